#ifndef GPSH_CLIBXML2_H
#define GPSH_CLIBXML2_H
#endif
