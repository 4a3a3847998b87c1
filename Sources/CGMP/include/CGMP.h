#ifndef GPSH_CGMP_H
#define GPSH_CGMP_H

#include <gmp.h>

// GMP's functions on arrays of limbs, least significant first. Swift cannot see them as they are: their names are macros,
// and some are inline. The caller owns all memory, so that a number can be a plain Swift array.

typedef unsigned long gpsh_limb;

// Writes a + b to an limbs of r, and returns the carry; an >= bn >= 1.
static inline gpsh_limb gpsh_limbs_add(gpsh_limb *r, const gpsh_limb *a, long an, const gpsh_limb *b, long bn) {
  return mpn_add(r, a, an, b, bn);
}

// Writes a - b to an limbs of r; a must not be below b, and an >= bn >= 1.
static inline void gpsh_limbs_sub(gpsh_limb *r, const gpsh_limb *a, long an, const gpsh_limb *b, long bn) {
  mpn_sub(r, a, an, b, bn);
}

// Writes a * b to an + bn limbs of r, which must not overlap them; an >= bn >= 1.
static inline void gpsh_limbs_mul(gpsh_limb *r, const gpsh_limb *a, long an, const gpsh_limb *b, long bn) {
  mpn_mul(r, a, an, b, bn);
}

// Writes a / b to an - bn + 1 limbs of q and the rest to bn limbs of r; an >= bn >= 1, and b's last limb is not 0.
static inline void gpsh_limbs_div(
    gpsh_limb *q, gpsh_limb *r, const gpsh_limb *a, long an, const gpsh_limb *b, long bn) {
  mpn_tdiv_qr(q, r, 0, a, an, b, bn);
}

// Writes the digits of a, as numbers below base and most significant first, and returns how many; destroys a, which
// must have a limb to spare.
static inline unsigned long gpsh_limbs_digits(unsigned char *digits, int base, gpsh_limb *a, long an) {
  return mpn_get_str(digits, base, a, an);
}

// Reads digits, as numbers below base and most significant first, and returns how many limbs of r it wrote.
static inline long gpsh_limbs_read(gpsh_limb *r, const unsigned char *digits, unsigned long count, int base) {
  return mpn_set_str(r, digits, count, base);
}

#endif
