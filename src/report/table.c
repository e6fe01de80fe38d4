#include <broadsheet/table.h>
