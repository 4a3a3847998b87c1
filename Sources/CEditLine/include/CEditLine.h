#ifndef GPSH_CEDITLINE_H
#define GPSH_CEDITLINE_H

#include <histedit.h>

#endif
