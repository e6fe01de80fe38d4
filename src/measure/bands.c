#include "measure/family.h"

const bsh_band bsh__bands_flesch[] = {
    {-1e9, "graduate"},  {30, "college"}, {50, "fairly difficult"}, {60, "standard"},
    {70, "fairly easy"}, {80, "easy"},    {90, "very easy"},        {0, NULL},
};

const bsh_band bsh__bands_grade[] = {
    {-1e9, "below school"},
    {1, "school year 1"},
    {2, "school year 2"},
    {3, "school year 3"},
    {4, "school year 4"},
    {5, "school year 5"},
    {6, "school year 6"},
    {7, "school year 7"},
    {8, "school year 8"},
    {9, "school year 9"},
    {10, "school year 10"},
    {11, "school year 11"},
    {12, "school year 12"},
    {13, "first year college"},
    {14, "college"},
    {17, "graduate"},
    {0, NULL},
};

const bsh_band bsh__bands_lix[] = {
    {-1e9, "very easy"}, {30, "easy"},      {40, "medium"},
    {50, "hard"},        {60, "very hard"}, {0, NULL},
};

const char *bsh_measure_band(const bsh_measure *measure, double number)
{
    const char *name = "";
    for (const bsh_band *band = measure->bands; band != NULL && band->name != NULL; ++band) {
        name = number >= band->least ? band->name : name;
    }
    return name;
}
