package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.math.BigInteger;

/** java.math.BigInteger. */
public final class MathBigInteger {
    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "255",
        "-256",
        "4294967296",
        "9223372036854775808",
        "-18446744073709551617",
        "123456789012345678901234567890",
        "-340282366920938463463374607431768211456"
    };

    private MathBigInteger() {}

    public static void main(String[] arguments) {
        Cases.run("printing", MathBigInteger::printing);
        Cases.run("arithmetic", MathBigInteger::arithmetic);
        Cases.run("division", MathBigInteger::division);
        Cases.run("bits", MathBigInteger::bits);
        Cases.run("shifts", MathBigInteger::shifts);
        Cases.run("powers", MathBigInteger::powers);
        Cases.run("modular", MathBigInteger::modular);
        Cases.run("conversions", MathBigInteger::conversions);
        Cases.run("comparison", MathBigInteger::comparison);
        Cases.run("factorial", MathBigInteger::factorial);
        Cases.run("fibonacci", MathBigInteger::fibonacci);
        Cases.run("largeMultiplication", MathBigInteger::largeMultiplication);
        Cases.run("roots", MathBigInteger::roots);
        Cases.run("failures", MathBigInteger::failures);
    }

    static void printing() {
        for (String number : NUMBERS) {
            BigInteger n = new BigInteger(number);
            System.out.println(n + " " + n.toString(16) + " " + n.toString(2).length() + " " + n.toString(36) + " "
                    + n.signum() + " " + n.hashCode());
        }
        System.out.println(new BigInteger("zz", 36) + " " + new BigInteger(new byte[] {-1, 0}) + " "
                + new BigInteger(1, new byte[] {-1, 0}) + " " + BigInteger.valueOf(Long.MIN_VALUE));
    }

    static void arithmetic() {
        for (String a : NUMBERS) {
            for (String b : NUMBERS) {
                BigInteger x = new BigInteger(a);
                BigInteger y = new BigInteger(b);
                System.out.println(x.add(y) + " " + x.subtract(y) + " " + x.multiply(y));
            }
        }
    }

    static void division() {
        for (String a : NUMBERS) {
            for (String b : NUMBERS) {
                BigInteger x = new BigInteger(a);
                BigInteger y = new BigInteger(b);
                if (y.signum() != 0) {
                    BigInteger[] both = x.divideAndRemainder(y);
                    System.out.println(both[0] + " " + both[1] + " " + x.gcd(y));
                }
            }
        }
    }

    static void bits() {
        for (String a : NUMBERS) {
            BigInteger x = new BigInteger(a);
            BigInteger mask = new BigInteger("ff00ff00ff00ff00ff", 16);
            System.out.println(
                    x.and(mask) + " " + x.or(mask) + " " + x.xor(mask) + " " + x.not() + " " + x.andNot(mask) + " "
                            + x.bitLength() + " " + x.bitCount() + " " + x.testBit(70) + " " + x.getLowestSetBit() + " "
                            + x.setBit(65) + " " + x.flipBit(3));
        }
    }

    static void shifts() {
        for (String a : NUMBERS) {
            BigInteger x = new BigInteger(a);
            System.out.println(x.shiftLeft(1) + " " + x.shiftLeft(67) + " " + x.shiftRight(1) + " " + x.shiftRight(40)
                    + " " + x.shiftLeft(-3));
        }
    }

    static void powers() {
        System.out.println(BigInteger.TWO.pow(200) + " " + BigInteger.TEN.pow(30) + " "
                + BigInteger.valueOf(-3).pow(41) + " " + BigInteger.ZERO.pow(0));
    }

    static void modular() {
        BigInteger prime = new BigInteger("170141183460469231731687303715884105727");
        BigInteger x = new BigInteger("98765432109876543210");
        System.out.println(x.modPow(new BigInteger("12345678901234567890"), prime) + " " + x.modInverse(prime) + " "
                + x.negate().mod(BigInteger.valueOf(97)) + " " + x.modPow(BigInteger.TEN, BigInteger.valueOf(1 << 20)));
    }

    static void conversions() {
        for (String a : NUMBERS) {
            BigInteger x = new BigInteger(a);
            System.out.println(x.intValue() + " " + x.longValue() + " " + x.doubleValue() + " " + x.floatValue() + " "
                    + x.toByteArray().length);
        }
        Cases.thrown("exact", () -> new BigInteger(NUMBERS[8]).longValueExact());
    }

    static void comparison() {
        for (String a : NUMBERS) {
            StringBuilder line = new StringBuilder();
            for (String b : NUMBERS) {
                line.append(new BigInteger(a).compareTo(new BigInteger(b)))
                        .append(new BigInteger(a).equals(new BigInteger(b)))
                        .append(' ');
            }
            System.out.println(line);
        }
        System.out.println(BigInteger.ONE.max(BigInteger.TWO) + " "
                + BigInteger.ONE.min(BigInteger.TEN.negate()).abs());
    }

    static void factorial() {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= 120; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        System.out.println(product);
    }

    static void fibonacci() {
        BigInteger a = BigInteger.ZERO;
        BigInteger b = BigInteger.ONE;
        for (int i = 0; i < 500; i++) {
            BigInteger next = a.add(b);
            a = b;
            b = next;
        }
        System.out.println(a);
    }

    static void largeMultiplication() {
        BigInteger x = BigInteger.valueOf(3).pow(3000);
        BigInteger y = BigInteger.valueOf(7).pow(2500);
        BigInteger product = x.multiply(y);
        System.out.println(product.hashCode() + " " + product.bitLength() + " "
                + product.divide(y).equals(x) + " " + x.multiply(x).equals(x.pow(2)) + " "
                + product.toString().length());
    }

    static void roots() {
        System.out.println(new BigInteger("152415787532388367501905199875019052100").sqrt() + " "
                + BigInteger.valueOf(99).sqrt() + " " + new BigInteger("1000000007").isProbablePrime(1));
    }

    static void failures() {
        Cases.thrown("zero", () -> BigInteger.ONE.divide(BigInteger.ZERO));
        Cases.thrown("text", () -> new BigInteger("12x"));
        Cases.thrown("empty", () -> new BigInteger(""));
        Cases.thrown("power", () -> BigInteger.ONE.pow(-1));
        Cases.thrown("modulus", () -> BigInteger.ONE.mod(BigInteger.ZERO));
        Cases.thrown("inverse", () -> BigInteger.TWO.modInverse(BigInteger.TEN));
    }
}
