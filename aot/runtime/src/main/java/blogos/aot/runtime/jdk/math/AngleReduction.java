package blogos.aot.runtime.jdk.math;

/**
 * Reduces an angle by multiples of pi/2, as fdlibm's {@code e_rem_pio2.c} and {@code k_rem_pio2.c} do (same results to
 * the last bit): the rest is {@link #rest} + {@link #tail} with magnitude at most pi/4, and {@link #quadrant} is the
 * number of multiples modulo 8, possibly negative.
 */
final class AngleReduction {
    /** Bits 1 and up of 2/pi behind the binary point, 24 in each element. */
    private static final int[] TWO_OVER_PI = {
        0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb, 0xc561b7,
        0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5, 0x2ebb44, 0x84e99c,
        0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8, 0x97ffde, 0x05980f, 0xef2f11,
        0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d, 0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7,
        0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b, 0x6babf0, 0xcfbc20, 0x9af436, 0x1da9e3, 0x91615e,
        0xe61b08, 0x659985, 0x5f14a0, 0x68408d, 0xffd880, 0x4d7327, 0x310606, 0x1556ca, 0x73a8c9, 0x60e27b, 0xc08c6b,
    };

    /** pi/2 in pieces of 24 bits. */
    private static final double[] HALF_PI_PIECES = {
        0x1.921fb4p0, 0x1.4442dp-24, 0x1.846988p-48, 0x1.8cc516p-72, 0x1.01b838p-96, 0x1.a25204p-120, 0x1.382228p-145,
        0x1.9f31dp-169,
    };

    private static final double TWO_24 = 0x1.0p24;
    private static final double TWO_MINUS_24 = 0x1.0p-24;

    /** Elements of 2/pi first used, and last element of pi/2 used: for a result with 53 bits. */
    private static final int FIRST_TERMS = 4;

    private static final double INVERSE_HALF_PI = 0x1.45f306dc9c883p-1;

    /** First, second and third 33 bits of pi/2, each with what is left of pi/2 behind it. */
    private static final double PART_1 = 0x1.921fb544p0;

    private static final double REST_1 = 0x1.0b4611a626331p-34;
    private static final double PART_2 = 0x1.0b4611a6p-34;
    private static final double REST_2 = 0x1.3198a2e037073p-69;
    private static final double PART_3 = 0x1.3198a2ep-69;
    private static final double REST_3 = 0x1.b839a252049c1p-104;

    private static final int HIGH_PI_4 = 0x3fe9_21fb;
    private static final int HIGH_PI_2 = 0x3ff9_21fb;
    private static final int HIGH_3_PI_4 = 0x4002_d97c;
    private static final int HIGH_2_19_PI_2 = 0x4139_21fb;

    private double rest;
    private double tail;
    private int quadrant;

    AngleReduction(double x) {
        int high = Words.high(x) & Words.MAGNITUDE;
        if (high <= HIGH_PI_4) {
            rest = x;
        } else if (high >= Words.INFINITY) {
            rest = Double.NaN;
            tail = Double.NaN;
        } else {
            double magnitude = Math.abs(x);
            if (high < HIGH_3_PI_4) {
                reduceOnce(magnitude, high);
            } else if (high <= HIGH_2_19_PI_2) {
                reduceMedium(magnitude, high);
            } else {
                reduceLarge(magnitude, high);
            }
            if (x < 0) {
                rest = -rest;
                tail = -tail;
                quadrant = -quadrant;
            }
        }
    }

    double rest() {
        return rest;
    }

    double tail() {
        return tail;
    }

    int quadrant() {
        return quadrant;
    }

    private void reduceOnce(double x, int high) {
        double z = x - PART_1;
        double after = REST_1;
        if (high == HIGH_PI_2) {
            z -= PART_2;
            after = REST_2;
        }
        rest = z - after;
        tail = z - rest - after;
        quadrant = 1;
    }

    /** Up to 2^19 times pi/2: subtracts as many parts of pi/2 as the cancellation asks for. */
    private void reduceMedium(double x, int high) {
        quadrant = (int) (x * INVERSE_HALF_PI + 0.5);
        double n = quadrant;
        double r = x - n * PART_1;
        double w = n * REST_1;
        rest = r - w;
        boolean isFarFromMultiple = quadrant < 32 && high != Words.high(n * (PART_1 + REST_1));
        int exponent = high >> 20;
        if (!isFarFromMultiple && exponent - exponentOf(rest) > 16) {
            double t = r;
            w = n * PART_2;
            r = t - w;
            w = n * REST_2 - (t - r - w);
            rest = r - w;
            if (exponent - exponentOf(rest) > 49) {
                t = r;
                w = n * PART_3;
                r = t - w;
                w = n * REST_3 - (t - r - w);
                rest = r - w;
            }
        }
        tail = r - rest - w;
    }

    private static int exponentOf(double x) {
        return Words.high(x) >> 20 & 0x7ff;
    }

    /** Splits the number into three pieces of 24 bits and multiplies them with 2/pi. */
    private void reduceLarge(double x, int high) {
        int exponent = (high >> 20) - 1046;
        double z = Words.of(high - (exponent << 20), Words.low(x));
        double[] pieces = new double[3];
        for (int i = 0; i < 2; i++) {
            pieces[i] = (int) z;
            z = (z - pieces[i]) * TWO_24;
        }
        pieces[2] = z;
        int count = 3;
        while (pieces[count - 1] == 0) {
            count--;
        }
        multiply(pieces, count, exponent);
    }

    /** Computes pieces * 2^exponent * 2/pi, modulo 8, with enough terms that the fraction has full precision. */
    private void multiply(double[] pieces, int count, int exponent) {
        int firstTerm = Math.max((exponent - 3) / 24, 0);
        int scale = exponent - 24 * (firstTerm + 1);
        double[] products = new double[20];
        int[] digits = new int[20];
        int last = FIRST_TERMS;
        for (int i = 0; i <= last; i++) {
            products[i] = product(pieces, count, firstTerm + i);
        }
        while (true) {
            double z = distill(products, digits, last);
            z = Math.scalb(z, scale);
            z -= 8.0 * Math.floor(z * 0.125);
            int n = (int) z;
            z -= n;
            int half = 0;
            if (scale > 0) {
                int carry = digits[last - 1] >> 24 - scale;
                n += carry;
                digits[last - 1] -= carry << 24 - scale;
                half = digits[last - 1] >> 23 - scale;
            } else if (scale == 0) {
                half = digits[last - 1] >> 23;
            } else if (z >= 0.5) {
                half = 2;
            }
            if (half > 0) {
                n++;
                boolean isInexact = complement(digits, last, scale);
                if (half == 2) {
                    z = 1.0 - z;
                    if (isInexact) {
                        z -= Math.scalb(1.0, scale);
                    }
                }
            }
            if (z == 0 && isZero(digits, FIRST_TERMS, last)) {
                last = extend(pieces, count, firstTerm, products, digits, last);
                continue;
            }
            quadrant = n & 7;
            finish(digits, last, scale, z, half != 0);
            return;
        }
    }

    /** A term of the product: the sum of the pieces times the elements of 2/pi that have the same weight. */
    private static double product(double[] pieces, int count, int element) {
        double sum = 0;
        for (int j = 0; j < count; j++) {
            int index = element - j;
            sum += pieces[j] * (index < 0 ? 0.0 : TWO_OVER_PI[index]);
        }
        return sum;
    }

    /** Makes 24-bit digits of the products, the lowest first; answers what is above them. */
    private static double distill(double[] products, int[] digits, int last) {
        double z = products[last];
        for (int i = 0, j = last; j > 0; i++, j--) {
            double upper = (int) (TWO_MINUS_24 * z);
            digits[i] = (int) (z - TWO_24 * upper);
            z = products[j - 1] + upper;
        }
        return z;
    }

    /** Replaces the fraction in the digits by 1 minus it; whether it was not zero. */
    private static boolean complement(int[] digits, int last, int scale) {
        boolean carry = false;
        for (int i = 0; i < last; i++) {
            if (carry) {
                digits[i] = 0xff_ffff - digits[i];
            } else if (digits[i] != 0) {
                carry = true;
                digits[i] = 0x100_0000 - digits[i];
            }
        }
        if (scale == 1) {
            digits[last - 1] &= 0x7f_ffff;
        } else if (scale == 2) {
            digits[last - 1] &= 0x3f_ffff;
        }
        return carry;
    }

    private static boolean isZero(int[] digits, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= digits[i];
        }
        return all == 0;
    }

    /** Computes as many more terms as digits were lost; answers the number of the last one. */
    private static int extend(double[] pieces, int count, int firstTerm, double[] products, int[] digits, int last) {
        int more = 1;
        while (digits[FIRST_TERMS - more] == 0) {
            more++;
        }
        for (int i = last + 1; i <= last + more; i++) {
            products[i] = product(pieces, count, firstTerm + i);
        }
        return last + more;
    }

    /** Multiplies the fraction with pi/2. */
    private void finish(int[] digits, int lastDigit, int lastScale, double fraction, boolean isNegative) {
        int last = lastDigit;
        int scale = lastScale;
        if (fraction == 0.0) {
            last--;
            scale -= 24;
            while (digits[last] == 0) {
                last--;
                scale -= 24;
            }
        } else {
            double z = Math.scalb(fraction, -scale);
            if (z >= TWO_24) {
                double upper = (int) (TWO_MINUS_24 * z);
                digits[last] = (int) (z - TWO_24 * upper);
                last++;
                scale += 24;
                digits[last] = (int) upper;
            } else {
                digits[last] = (int) z;
            }
        }
        double[] terms = new double[last + 1];
        double weight = Math.scalb(1.0, scale);
        for (int i = last; i >= 0; i--) {
            terms[i] = weight * digits[i];
            weight *= TWO_MINUS_24;
        }
        double[] sums = new double[last + 1];
        for (int i = last; i >= 0; i--) {
            double sum = 0.0;
            for (int k = 0; k <= FIRST_TERMS && k <= last - i; k++) {
                sum += HALF_PI_PIECES[k] * terms[i + k];
            }
            sums[last - i] = sum;
        }
        addUp(sums, isNegative);
    }

    private void addUp(double[] sums, boolean isNegative) {
        double sum = 0.0;
        for (int i = sums.length - 1; i >= 0; i--) {
            sum += sums[i];
        }
        double after = sums[0] - sum;
        for (int i = 1; i < sums.length; i++) {
            after += sums[i];
        }
        rest = isNegative ? -sum : sum;
        tail = isNegative ? -after : after;
    }
}
