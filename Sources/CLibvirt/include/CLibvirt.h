#ifndef GPSH_CLIBVIRT_H
#define GPSH_CLIBVIRT_H

// Types and constants only: the library itself is loaded on first need.
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#endif
