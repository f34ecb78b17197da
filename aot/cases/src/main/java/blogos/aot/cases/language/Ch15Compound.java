package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** Chapter 15.26: every compound operator on every type, increments, chained and nested assignments. */
public final class Ch15Compound {
    private Ch15Compound() {}

    public static void main(String[] arguments) {
        Cases.run("onBytes", Ch15Compound::onBytes);
        Cases.run("onShorts", Ch15Compound::onShorts);
        Cases.run("onChars", Ch15Compound::onChars);
        Cases.run("onInts", Ch15Compound::onInts);
        Cases.run("onLongs", Ch15Compound::onLongs);
        Cases.run("onFloatsAndDoubles", Ch15Compound::onFloatsAndDoubles);
        Cases.run("integralWithFloating", Ch15Compound::integralWithFloating);
        Cases.run("intWithLong", Ch15Compound::intWithLong);
        Cases.run("onBooleans", Ch15Compound::onBooleans);
        Cases.run("onBoxes", Ch15Compound::onBoxes);
        Cases.run("onStrings", Ch15Compound::onStrings);
        Cases.run("arrayEvaluatedOnce", Ch15Compound::arrayEvaluatedOnce);
        Cases.run("rightSideChangesLeft", Ch15Compound::rightSideChangesLeft);
        Cases.run("narrowArrays", Ch15Compound::narrowArrays);
        Cases.run("fields", Ch15Compound::fields);
        Cases.run("chained", Ch15Compound::chained);
        Cases.run("compoundDivisionFails", Ch15Compound::compoundDivisionFails);
        Cases.run("incrementValues", Ch15Compound::incrementValues);
    }

    private static int calls;

    private static int[] array(int... values) {
        calls++;
        return values;
    }

    static void onBytes() {
        byte b = 100;
        b += 100;
        System.out.print(b + " ");
        b -= 1000;
        System.out.print(b + " ");
        b *= 3;
        System.out.print(b + " ");
        b /= 7;
        System.out.print(b + " ");
        b %= 5;
        System.out.print(b + " ");
        b = -1;
        b >>>= 1;
        System.out.print(b + " ");
        b >>= 2;
        b <<= 7;
        System.out.print(b + " ");
        b ^= 0x155;
        b |= 0x10;
        b &= 0x7f;
        System.out.println(b);
    }

    static void onShorts() {
        short s = 30000;
        s += 30000;
        System.out.print(s + " ");
        s *= s;
        System.out.print(s + " ");
        s -= 70000;
        s >>>= 3;
        System.out.print(s + " ");
        s <<= 15;
        System.out.print(s + " ");
        s |= 1;
        s ^= -1;
        System.out.println(s);
    }

    static void onChars() {
        char c = 'z';
        c += 1;
        System.out.print((int) c + " ");
        c -= 200;
        System.out.print((int) c + " ");
        c *= 2;
        System.out.print((int) c + " ");
        c >>= 4;
        System.out.print((int) c + " ");
        c = 0;
        c--;
        System.out.print((int) c + " ");
        c++;
        c |= 'A';
        System.out.println(c);
    }

    static void onInts() {
        int i = Integer.MAX_VALUE;
        i += 1;
        System.out.print(i + " ");
        i -= 1;
        i *= 2;
        System.out.print(i + " ");
        i <<= 33;
        System.out.print(i + " ");
        i >>>= -1;
        System.out.print(i + " ");
        i = -17;
        i %= 5;
        System.out.print(i + " ");
        i = -17;
        i /= 5;
        i ^= 0xff;
        System.out.println(i);
    }

    static void onLongs() {
        long l = Long.MIN_VALUE;
        l -= 1;
        System.out.print(l + " ");
        l *= 3;
        System.out.print(l + " ");
        l >>>= 65;
        System.out.print(l + " ");
        l %= 1000;
        l <<= 60;
        System.out.print(l + " ");
        l /= -3;
        l |= 1L << 40;
        System.out.println(l);
    }

    static void onFloatsAndDoubles() {
        float f = 0.1f;
        f += 0.2;
        System.out.print(f + " ");
        f *= 1e30;
        f *= 1e30;
        System.out.print(f + " ");
        f %= 7;
        System.out.print(f + " ");
        double d = 10;
        d /= 4;
        d %= 1;
        d -= 1e-17;
        System.out.print(d + " ");
        d /= 0;
        d -= d;
        System.out.println(d);
    }

    static void integralWithFloating() {
        int i = 10;
        i += 3.7;
        System.out.print(i + " ");
        i *= 1.5;
        System.out.print(i + " ");
        i -= 1e20;
        System.out.print(i + " ");
        long l = 5;
        l /= 0.3f;
        System.out.print(l + " ");
        byte b = 5;
        b += 300.9;
        System.out.print(b + " ");
        char c = 'a';
        c *= 1.01;
        System.out.print((int) c + " ");
        i = 3;
        i /= 0.0;
        System.out.println(i);
    }

    static void intWithLong() {
        int i = 1;
        i += 1L << 40;
        System.out.print(i + " ");
        i <<= 1L << 33;
        System.out.print(i + " ");
        i *= 0x1_0000_0001L;
        System.out.println(i);
    }

    static void onBooleans() {
        boolean b = true;
        b &= false;
        System.out.print(b + " ");
        b |= 1 < 2;
        System.out.print(b + " ");
        b ^= b;
        System.out.println(b);
    }

    static void onBoxes() {
        Integer i = 127;
        i++;
        i += 5;
        Long l = 1L;
        l <<= 35;
        Character c = 'x';
        c++;
        Double d = 1.5;
        d *= 2;
        Boolean b = false;
        b |= true;
        Byte y = 1;
        y++;
        System.out.println(i + " " + l + " " + c + " " + d + " " + b + " " + y);
        Integer none = null;
        Cases.thrown("null", () -> {
            Integer n = none;
            n++;
        });
    }

    static void onStrings() {
        String s = null;
        s += 1;
        s += 'c';
        s += null;
        s += 1.0f;
        Object o = "o";
        o += "p";
        CharSequence q = "q";
        q += s;
        System.out.println(s + " " + o + " " + q);
    }

    static void arrayEvaluatedOnce() {
        calls = 0;
        int i = 0;
        array(1, 2, 3)[i++] += 5;
        array(1, 2)[i--] <<= i + 1;
        System.out.println(calls + " " + i);
        int[] a = {0, 0, 0};
        int k = 0;
        a[k] = k = 2;
        a[k] += k = 1;
        System.out.println(a[0] + " " + a[1] + " " + a[2] + " " + k);
    }

    static void rightSideChangesLeft() {
        int x = 5;
        x += x++ * 2 + x;
        System.out.print(x + " ");
        x = x++ + ++x;
        System.out.print(x + " ");
        x = 3;
        x -= x -= x = 2;
        System.out.print(x + " ");
        int[] a = {1, 2};
        int[] b = a;
        a[0] += (a = new int[] {10, 20})[1];
        System.out.println(b[0] + " " + a[0]);
    }

    static void narrowArrays() {
        byte[] bytes = {127, -128};
        bytes[0]++;
        bytes[1]--;
        bytes[1] >>>= 1;
        char[] chars = {0, 'b'};
        chars[0]--;
        chars[1] += chars[0];
        short[] shorts = {-1};
        shorts[0] *= 40000;
        boolean[] booleans = {true};
        booleans[0] ^= true;
        System.out.println(bytes[0] + " " + bytes[1] + " " + (int) chars[0] + " " + (int) chars[1] + " " + shorts[0] + " " + booleans[0]);
    }

    private byte field = 100;
    private static short shared = Short.MAX_VALUE;

    static void fields() {
        Ch15Compound object = new Ch15Compound();
        System.out.println(object.field++ + " " + ++object.field + " " + (object.field += 50) + " " + shared++ + " " + shared + " " + (shared >>>= 1));
    }

    static void chained() {
        int a;
        int b;
        byte c;
        long d = a = b = c = (byte) 300;
        double e = a += b -= c *= 2;
        System.out.println(a + " " + b + " " + c + " " + d + " " + e);
    }

    static void compoundDivisionFails() {
        int[] a = {1};
        Cases.thrown("zero", () -> a[0] /= a[0] - 1);
        Cases.thrown("zero", () -> a[0] %= 0);
        Cases.thrown("index", () -> a[1] += 1);
        Cases.thrown("null", () -> ((int[]) null)[0]++);
        System.out.println(a[0]);
    }

    static void incrementValues() {
        double d = 0.1;
        float f = 16777216f;
        long l = Long.MAX_VALUE;
        System.out.println(d++ + " " + d + " " + --d + " " + ++f + " " + l++ + " " + l + " " + -l-- + " " + ~l);
    }
}
