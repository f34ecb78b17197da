package plug;

import host.api.Host;
import host.api.HostException;
import host.api.Service;

/** Exceptions across the border, in both directions. */
final class Exceptions implements Service {
    static final class OwnException extends HostException {
        private static final long serialVersionUID = 1;

        OwnException() {
            super(5);
        }

        @Override
        public String getMessage() {
            return "own " + super.getMessage();
        }
    }

    static final class Plain extends Exception {
        private static final long serialVersionUID = 1;
    }

    private int[] array = new int[2];
    private String nothing;

    @Override
    public String name() {
        return "exceptions";
    }

    @Override
    public void work(Host host) throws Exception {
        host.attempt(() -> {
            throw new OwnException();
        });
        host.attempt(() -> {
            throw new Plain();
        });
        host.attempt(() -> host.say("" + array[2]));
        host.attempt(() -> host.say("" + 1 / (array[0] * 2)));
        host.attempt(() -> host.say((String) (Object) array));
        host.attempt(() -> nothing.length());
        host.attempt(() -> Host.fail(9));
        try {
            Host.fail(11);
        } catch (HostException e) {
            host.say("plug-in caught " + e.code + " " + (e instanceof OwnException));
            trace(host, e);
        } finally {
            host.say("finally");
        }
        try {
            host.run(() -> deep(3));
        } catch (IllegalStateException e) {
            trace(host, e);
            host.say(e.getCause().toString());
        }
        try (AutoCloseable resource = () -> {
            throw new Plain();
        }) {
            host.run(() -> {
                throw new UnsupportedOperationException("body of " + resource.getClass().isInterface());
            });
        } catch (UnsupportedOperationException e) {
            host.say(e.getMessage() + " suppressed " + e.getSuppressed().length + " " + e.getSuppressed()[0]);
        }
        try {
            overflow(0);
        } catch (StackOverflowError e) {
            host.say("overflow");
        }
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    private static void deep(int depth) {
        if (depth == 0) {
            throw new IllegalStateException("deep", new Plain());
        }
        deep(depth - 1);
    }

    private static void trace(Host host, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        host.say(e.toString());
        for (int i = 0; i < 7 && i < trace.length; i++) {
            host.say("  " + trace[i].getClassName() + "." + trace[i].getMethodName() + "(" + trace[i].getFileName() + ":"
                    + trace[i].getLineNumber() + ")");
            if (trace[i].getMethodName().equals("work")) {
                return;
            }
        }
    }
}
