package blogos.aot.cases.language;

import blogos.aot.cases.Cases;

/** JLS 14.11: switch statements over every type. */
public final class Ch14Switch {
    private Ch14Switch() {}

    public static void main(String[] arguments) {
        Cases.run("switchDense", Ch14Switch::switchDense);
        Cases.run("switchSparse", Ch14Switch::switchSparse);
        Cases.run("switchFallThrough", Ch14Switch::switchFallThrough);
        Cases.run("switchDefaultInMiddle", Ch14Switch::switchDefaultInMiddle);
        Cases.run("switchOnSmallTypes", Ch14Switch::switchOnSmallTypes);
        Cases.run("switchOnStrings", Ch14Switch::switchOnStrings);
        Cases.run("switchHashCollisions", Ch14Switch::switchHashCollisions);
        Cases.run("switchArrowStatement", Ch14Switch::switchArrowStatement);
        Cases.run("switchBreakAndContinue", Ch14Switch::switchBreakAndContinue);
        Cases.run("switchScopes", Ch14Switch::switchScopes);
        Cases.run("switchEmpty", Ch14Switch::switchEmpty);
    }

    static void switchDense() {
        for (int i = -2; i < 8; i++) {
            switch (i) {
                case -1:
                    System.out.println("minus one");
                    break;
                case 0:
                    System.out.println("zero");
                    break;
                case 1:
                    System.out.println("one");
                    break;
                case 2:
                    System.out.println("two");
                    break;
                case 4:
                    System.out.println("four");
                    break;
                case 5:
                    System.out.println("five");
                    break;
                default:
                    System.out.println("default " + i);
            }
        }
    }

    static void switchSparse() {
        int[] values = {Integer.MIN_VALUE, -1000, 0, 1, 1000, 1_000_000, Integer.MAX_VALUE, 77};
        for (int value : values) {
            switch (value) {
                case Integer.MIN_VALUE:
                    System.out.println("min");
                    break;
                case -1000:
                    System.out.println("-1000");
                    break;
                case 1000:
                    System.out.println("1000");
                    break;
                case 1_000_000:
                    System.out.println("million");
                    break;
                case Integer.MAX_VALUE:
                    System.out.println("max");
                    break;
                default:
                    System.out.println("none");
                    break;
            }
        }
    }

    @SuppressWarnings("fallthrough")
    static void switchFallThrough() {
        for (int i = 0; i < 5; i++) {
            int value = 0;
            switch (i) {
                case 0:
                    value += 1;
                case 1:
                    value += 10;
                case 2:
                    value += 100;
                    break;
                case 3:
                    value += 1000;
                default:
                    value += 10000;
            }
            System.out.println(value);
        }
    }

    @SuppressWarnings("fallthrough")
    static void switchDefaultInMiddle() {
        for (int i = 0; i < 4; i++) {
            switch (i) {
                case 0:
                    System.out.println("zero");
                    break;
                default:
                    System.out.println("default " + i);
                case 2:
                    System.out.println("two or fallen " + i);
            }
        }
    }

    private static final int NAMED = 3;

    static void switchOnSmallTypes() {
        byte[] bytes = {-128, 0, 127};
        for (byte b : bytes) {
            switch (b) {
                case -128 -> System.out.println("low");
                case 127 -> System.out.println("high");
                default -> System.out.println("byte");
            }
        }
        char[] chars = {'a', '\n', '\uffff'};
        for (char c : chars) {
            switch (c) {
                case 'a' -> System.out.println("a");
                case '\uffff' -> System.out.println("last");
                default -> System.out.println((int) c);
            }
        }
        short s = 3;
        switch (s) {
            case NAMED -> System.out.println("named");
            default -> System.out.println("other");
        }
    }

    private static int length(String word) {
        switch (word) {
            case "one":
            case "two":
                return 3;
            case "three":
                return 5;
            case "":
                return 0;
            case "\u00fcber":
                return 4;
            default:
                return -1;
        }
    }

    static void switchOnStrings() {
        String[] words = {"one", "two", "three", "", "\u00fcber", "four", "ONE"};
        for (String word : words) {
            System.out.println(length(word) + " " + length(new StringBuilder(word).toString()));
        }
        Cases.thrown("null", () -> length(null));
    }

    static void switchHashCollisions() {
        String[] words = {"Aa", "BB", "C#", "AaAa", "BBBB", "AaBB", "BBAa", "Ab"};
        for (String word : words) {
            switch (word) {
                case "Aa":
                    System.out.println("Aa");
                    break;
                case "BB":
                    System.out.println("BB");
                    break;
                case "AaBB":
                    System.out.println("AaBB");
                    break;
                case "BBAa":
                    System.out.println("BBAa");
                    break;
                default:
                    System.out.println("none of them: " + word);
            }
        }
    }

    static void switchArrowStatement() {
        for (int i = 0; i < 4; i++) {
            switch (i) {
                case 0, 1 -> System.out.println("low");
                case 2 -> {
                    System.out.println("two");
                    if (i == 2) {
                        break;
                    }
                    System.out.println("never");
                }
                default -> {}
            }
        }
    }

    static void switchBreakAndContinue() {
        int sum = 0;
        loop:
        for (int i = 0; i < 10; i++) {
            switch (i) {
                case 2:
                    continue;
                case 5:
                    break;
                case 8:
                    break loop;
                default:
                    sum += i;
            }
            sum += 100;
        }
        System.out.println(sum);
    }

    static void switchScopes() {
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 0:
                    int shared = 5;
                    System.out.println(shared);
                    break;
                case 1:
                    shared = 6;
                    System.out.println(shared);
                    break;
                default:
                    String other = "s";
                    System.out.println(other);
            }
        }
    }

    static void switchEmpty() {
        int i = 3;
        switch (i++) {
        }
        switch (i) {
            default:
        }
        System.out.println(i);
    }
}
