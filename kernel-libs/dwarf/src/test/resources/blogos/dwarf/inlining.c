/*
 * What InliningTest looks up, made by make-inlining.sh: functions inlined several levels deep, twice into one line, from
 * another file, with code in several ranges; a function that is never called; and code without debugging information.
 */
#include "inlining.h"

volatile int input;
volatile int output;

static int unused(int x)
{
    return x * input;
}

INLINE int level0(int x)
{
    output = x;
    return x + input;
}

INLINE int level1(int x) { return level0(x) + 1; }
INLINE int level2(int x) { return level1(x) + 2; }
INLINE int level3(int x) { return level2(x) + 3; }
INLINE int level4(int x) { return level3(x) + 4; }
INLINE int level5(int x) { return level4(x) + 5; }
INLINE int level6(int x) { return level5(x) + 6; }
INLINE int level7(int x) { return level6(x) + 7; }
INLINE int level8(int x) { return level7(x) + 8; }
INLINE int level9(int x) { return level8(x) + 9; }
INLINE int level10(int x) { return level9(x) + 10; }
INLINE int level11(int x) { return level10(x) + 11; }
INLINE int level12(int x) { return level11(x) + 12; }
INLINE int level13(int x) { return level12(x) + 13; }
INLINE int level14(int x) { return level13(x) + 14; }
INLINE int level15(int x) { return level14(x) + 15; }
INLINE int level16(int x) { return level15(x) + 16; }
INLINE int level17(int x) { return level16(x) + 17; }
INLINE int level18(int x) { return level17(x) + 18; }
INLINE int level19(int x) { return level18(x) + 19; }
INLINE int level20(int x) { return level19(x) + 20; }
INLINE int level21(int x) { return level20(x) + 21; }
INLINE int level22(int x) { return level21(x) + 22; }
INLINE int level23(int x) { return level22(x) + 23; }
INLINE int level24(int x) { return level23(x) + 24; }
INLINE int level25(int x) { return level24(x) + 25; }
INLINE int level26(int x) { return level25(x) + 26; }
INLINE int level27(int x) { return level26(x) + 27; }
INLINE int level28(int x) { return level27(x) + 28; }
INLINE int level29(int x) { return level28(x) + 29; }
INLINE int level30(int x) { return level29(x) + 30; }
INLINE int level31(int x) { return level30(x) + 31; }
INLINE int level32(int x) { return level31(x) + 32; }
INLINE int level33(int x) { return level32(x) + 33; }
INLINE int level34(int x) { return level33(x) + 34; }
INLINE int level35(int x) { return level34(x) + 35; }
INLINE int level36(int x) { return level35(x) + 36; }
INLINE int level37(int x) { return level36(x) + 37; }
INLINE int level38(int x) { return level37(x) + 38; }
INLINE int level39(int x) { return level38(x) + 39; }
INLINE int level40(int x) { return level39(x) + 40; }

__attribute__((noinline)) int recursive(int n)
{
    if (n <= 1) {
        return mix(n, input);
    }
    return recursive(n - 1) + mix(recursive(n - 2), n);
}

__attribute__((noinline)) int sum(const int *values, int count)
{
    int total = 0;
    for (int i = 0; i < count; i++) {
        total += mix(values[i], i) + mix(i, values[i]);
        if (total > 1000000) {
            output = clamp(total, 5000);
            break;
        }
    }
    return total;
}

int deep(int x)
{
    return level40(x) ^ level3(x);
}

__asm__(".pushsection .text.stub,\"ax\",@progbits\n"
        ".globl stub\n.type stub,@function\n"
        "stub: nop\nret\n.size stub, .-stub\n"
        ".popsection");
void stub(void);

void _start(void)
{
    int values[4] = {input, input, input, input};
    output = sum(values, 4) + recursive(input) + deep(input);
    stub();
    for (;;) {
    }
}

int (*const keep_out_of_line)(int) = deep;
