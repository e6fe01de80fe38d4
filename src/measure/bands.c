#include <broadsheet/measure.h>

#include <string.h>

/* From `least` on, up to the next row, a value has this name.  Rows ascend. */
typedef struct band {
    double      least;
    const char *name;
} band;

static const band flesch_bands[] = {
    {-1e9, "graduate"},       {30, "college"},        {50, "fairly difficult"}, {60, "standard"},
    {70, "fairly easy"},      {80, "easy"},           {90, "very easy"},
};

static const band grade_bands[] = {
    {-1e9, "below school"},    {1, "school year 1"},   {2, "school year 2"},
    {3, "school year 3"},      {4, "school year 4"},   {5, "school year 5"},
    {6, "school year 6"},      {7, "school year 7"},   {8, "school year 8"},
    {9, "school year 9"},      {10, "school year 10"}, {11, "school year 11"},
    {12, "school year 12"},    {13, "first year college"}, {14, "college"}, {17, "graduate"},
};

static const band lix_bands[] = {
    {-1e9, "very easy"}, {30, "easy"}, {40, "medium"}, {50, "hard"}, {60, "very hard"},
};

static const char *band_at(const band *bands, size_t n, double number)
{
    const char *name = "";
    for (size_t i = 0; i < n && number >= bands[i].least; ++i) {
        name = bands[i].name;
    }
    return name;
}

#define BAND_OF(bands, number) band_at(bands, sizeof(bands) / sizeof(bands)[0], number)

const char *bsh_measure_band(const bsh_measure *measure, double number)
{
    if (strcmp(measure->id, "flesch") == 0) {
        return BAND_OF(flesch_bands, number);
    }
    if (strcmp(measure->id, "lix") == 0) {
        return BAND_OF(lix_bands, number);
    }
    return strcmp(measure->unit, "US grade") == 0 ? BAND_OF(grade_bands, number) : "";
}
