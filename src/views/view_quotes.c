#include <broadsheet/views.h>
