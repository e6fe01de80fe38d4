#include <broadsheet/keyness.h>
