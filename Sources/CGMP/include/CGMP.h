#ifndef GPSH_CGMP_H
#define GPSH_CGMP_H

#include <gmp.h>

#endif
