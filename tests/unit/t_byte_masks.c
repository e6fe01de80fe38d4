#include "tests/t.h"

#include "base/byte_masks.h"

/* Each of 65,536 masks, and each by the way that machines without the instruction take. */
static void a_mask_has_one_bit_a_byte(void **state)
{
    (void) state;
    for (uint32_t bits = 0; bits < 1U << BSH__STRIDE; ++bits) {
        bsh__stride mask = {0};
        unsigned    n = 0;
        for (unsigned i = 0; i < BSH__STRIDE; ++i) {
            bool const is_set = (bits >> i & 1) != 0;
            mask[i] = is_set ? 0xFF : 0;
            n += is_set;
        }
        assert_int_equal(bsh__bits_of_mask(mask), bits);
        assert_int_equal(bsh__bits_of_mask_by_product(mask), bits);
        assert_int_equal(bsh__is_any_byte(mask), bits != 0);
        assert_int_equal(bsh__count_of_mask(mask), n);
    }
}

static void a_stride_of_two_halves_has_their_bytes_in_order(void **state)
{
    (void) state;
    static const char text[] = "the ferry of Oda";
    uint64_t          halves[2];
    memcpy(halves, text, sizeof halves);
    bsh__stride const bytes = bsh__stride_of(halves[0], halves[1]);
    assert_memory_equal(&bytes, text, sizeof bytes);
}

static void letters_of_both_cases_are_between_a_and_z(void **state)
{
    (void) state;
    for (unsigned c = 0; c < 0x100; ++c) {
        bool const        is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        bool const        is_figure = c >= '0' && c <= '9';
        bsh__stride const bytes = (bsh__stride){0} + (unsigned char) c;
        assert_int_equal(bsh__bits_of_mask(bsh__bytes_between(bytes | 0x20, 'a', 'z')),
                         is_letter ? 0xFFFF : 0);
        assert_int_equal(bsh__bits_of_mask(bsh__bytes_alphanumeric(bytes)),
                         is_letter || is_figure ? 0xFFFF : 0);
        assert_int_equal(bsh__bits_of_mask(bsh__bytes_beyond_ascii(bytes)),
                         c >= 0x80 ? 0xFFFF : 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mask_has_one_bit_a_byte),
        cmocka_unit_test(a_stride_of_two_halves_has_their_bytes_in_order),
        cmocka_unit_test(letters_of_both_cases_are_between_a_and_z),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
