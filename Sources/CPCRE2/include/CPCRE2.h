#ifndef GPSH_CPCRE2_H
#define GPSH_CPCRE2_H

// PCRE2 with 8-bit code units: Swift strings are UTF-8 already.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
