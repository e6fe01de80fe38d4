#include "segment/speaker_book.h"

enum { MAX_CHAIN = 4 };

void bsh__speaker_book_init(bsh__speaker_book *book, const bsh_allocator *allocator)
{
    bsh__name_table_init(&book->table, allocator);
    bsh__vec_init(&book->unread, allocator, sizeof(bsh__unread_name));
    bsh__vec_init(&book->shelves, allocator, sizeof(bsh__shelf));
    bsh__arena_init(&book->names, allocator);
    bsh__vec_init(&book->numbers, allocator, sizeof(uint32_t));
    bsh__vec_init(&book->last_group, allocator, sizeof(uint32_t));
    bsh__vec_init(&book->hints, allocator, sizeof(bsh__hint));
    bsh__vec_init(&book->subjects, allocator, sizeof(bsh__unread_subject));
    bsh__item_list_init(&book->sentence, allocator);
}

void bsh__speaker_book_free(bsh__speaker_book *book)
{
    bsh__name_table_free(&book->table);
    bsh__vec_free(&book->unread);
    bsh__vec_free(&book->shelves);
    bsh__arena_free(&book->names);
    bsh__vec_free(&book->numbers);
    bsh__vec_free(&book->last_group);
    bsh__vec_free(&book->hints);
    bsh__vec_free(&book->subjects);
    bsh__item_list_free(&book->sentence);
}

void bsh__speaker_book_clear(bsh__speaker_book *book)
{
    bsh__recent const nobody = {BSH__NO_PERSON, 0};
    book->male = book->female = book->unknown = book->plural = nobody;
    book->has_group = false;
    book->subjects.n = 0;
    book->met = (bsh__met){.phrase = BSH__NO_PHRASE};
    book->stamp = 0;
}

void bsh__person_learn(bsh__person *person, const bsh__mention *mention)
{
    if (mention->n_words > person->n_words) {
        person->name = mention->name;
        person->n_words = mention->n_words;
    }
    if (person->gender == BSH__GENDER_UNKNOWN) {
        person->gender = mention->gender;
    }
    person->has_given = person->has_given || mention->has_given;
    person->is_plural = person->is_plural || mention->is_plural;
    person->flags |= mention->flags;
}

bool bsh__speaker_add(bsh__speaker_book *book, const bsh__mention *mention, uint32_t *person)
{
    bool is_new = false;
    if (!bsh__name_add(&book->table, &mention->key, person, &is_new)) {
        return false;
    }
    bsh__person_learn(bsh__person_at(&book->table, *person), mention);
    return true;
}

uint32_t bsh__speaker_fullest(const bsh__speaker_book *book, uint32_t person)
{
    for (int n = 0; n < MAX_CHAIN; ++n) {
        uint32_t const other = bsh__person_at(&book->table, person)->same_as;
        if (other == person) {
            break;
        }
        person = other;
    }
    return person;
}
