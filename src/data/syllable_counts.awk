# Takes the number of syllables of each word from the CMU Pronouncing Dictionary: that of the
# shortest pronunciation listed.  Only to be run when there is a new dictionary:
#
#   LC_ALL=C awk -f src/data/syllable_counts.awk LICENSE cmudict.dict >src/data/en/syllable_counts.tsv
#
# A line is "word PHONE PHONE ...", further pronunciations "word(2) ..."; the phone of a vowel ends
# in its stress, a digit.  Words of letters and apostrophes are taken that begin with a letter.
BEGIN {
    print "# Syllables of English words: the shortest pronunciation of each."
    print "# source: counted in the CMU Pronouncing Dictionary (https://github.com/cmusphinx/cmudict)"
    print "# licence: 2-clause BSD style, that of the dictionary:"
    print "#"
}

FNR == 1 { n_files++ }

n_files == 1 {
    print $0 == "" ? "#" : "# " $0
    next
}

{ sub(/#.*/, "") }

/^;;;/ || NF == 0 { next }

{
    word = tolower($1)
    sub(/\([0-9]+\)$/, "", word)
    n = 0
    for (i = 2; i <= NF; i++) {
        n += $i ~ /[0-9]$/
    }
    if (word ~ /^[a-z]+('[a-z]+)*'?$/ && (!(word in shortest) || n < shortest[word])) {
        shortest[word] = n
    }
}

END {
    fflush() # what stands at the top must be out before the sorted words
    sorter = "sort"
    for (word in shortest) {
        print word "\t" shortest[word] | sorter
    }
    close(sorter)
}
