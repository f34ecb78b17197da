/* Functions that are inlined into inlining.c from another file. */
#define INLINE static inline __attribute__((always_inline))

INLINE int clamp(int value, int limit)
{
    if (value > limit) {
        return limit;
    }
    return value < -limit ? -limit : value;
}

INLINE int mix(int a, int b)
{
    int low = clamp(a, 100);
    int high = clamp(b, 1000);
    return low * 31 + high;
}
