package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** java.lang.invoke.VarHandle: fields and array elements, plain, volatile and atomic. */
public final class LangVarHandles {
    private LangVarHandles() {}

    public static void main(String[] arguments) {
        Cases.run("plainAndVolatile", LangVarHandles::plainAndVolatile);
        Cases.run("compareAndSet", LangVarHandles::compareAndSet);
        Cases.run("readAndModify", LangVarHandles::readAndModify);
        Cases.run("statics", LangVarHandles::statics);
        Cases.run("elements", LangVarHandles::elements);
        Cases.run("fences", LangVarHandles::fences);
    }

    private static final VarHandle NUMBER;
    private static final VarHandle TEXT;
    private static final VarHandle SHARED;
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            NUMBER = lookup.findVarHandle(Holder.class, "number", int.class);
            TEXT = lookup.findVarHandle(Holder.class, "text", String.class);
            SHARED = lookup.findStaticVarHandle(Holder.class, "shared", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final class Holder {
        private static long shared = 5;
        private int number = 1;
        private String text = "a";
    }

    static void plainAndVolatile() {
        Holder holder = new Holder();
        NUMBER.set(holder, 7);
        NUMBER.setVolatile(holder, (int) NUMBER.get(holder) + 1);
        TEXT.setRelease(holder, "b");
        System.out.println((int) NUMBER.getVolatile(holder) + " " + (String) TEXT.getAcquire(holder) + " " + holder.number);
    }

    static void compareAndSet() {
        Holder holder = new Holder();
        System.out.println(NUMBER.compareAndSet(holder, 1, 2) + " " + NUMBER.compareAndSet(holder, 1, 3) + " " + (int) NUMBER.get(holder) + " "
                + TEXT.compareAndSet(holder, "a", "z") + " " + holder.text);
    }

    static void readAndModify() {
        Holder holder = new Holder();
        System.out.println((int) NUMBER.getAndAdd(holder, 10) + " " + (int) NUMBER.getAndSet(holder, 3) + " " + (String) TEXT.getAndSet(holder, null) + " " + holder.number + holder.text);
    }

    static void statics() {
        System.out.println((long) SHARED.getAndAdd(2L) + " " + (long) SHARED.get() + " " + SHARED.compareAndSet(7L, 5L));
    }

    static void elements() {
        int[] numbers = {1, 2, 3};
        INTS.setVolatile(numbers, 1, 20);
        System.out.println((int) INTS.getAndAdd(numbers, 1, 2) + " " + numbers[1] + " " + INTS.compareAndSet(numbers, 2, 3, 9) + numbers[2]);
        Cases.thrown("bounds", () -> INTS.set(numbers, 3, 0));
        Cases.thrown("null", () -> NUMBER.set((Holder) null, 0));
    }

    static void fences() {
        VarHandle.fullFence();
        VarHandle.acquireFence();
        VarHandle.releaseFence();
        System.out.println("passed");
    }
}
