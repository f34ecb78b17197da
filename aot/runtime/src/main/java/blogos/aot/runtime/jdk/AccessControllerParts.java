package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.security.AccessControlContext;
import java.security.Permission;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/** Parts of {@code java.security.AccessController}: everything is permitted, so a privileged action just runs. */
@Replace("java.security.AccessController")
@SuppressWarnings("removal")
final class AccessControllerParts {
    private AccessControllerParts() {}

    @Replace
    public static <T> T doPrivileged(PrivilegedAction<T> action) {
        return action.run();
    }

    @Replace
    public static <T> T doPrivilegedWithCombiner(PrivilegedAction<T> action) {
        return action.run();
    }

    @Replace
    public static <T> T doPrivileged(PrivilegedAction<T> action, AccessControlContext context) {
        return action.run();
    }

    @Replace
    public static <T> T doPrivileged(
            PrivilegedAction<T> action, AccessControlContext context, Permission... permissions) {
        return action.run();
    }

    @Replace
    public static <T> T doPrivileged(PrivilegedExceptionAction<T> action) throws PrivilegedActionException {
        try {
            return action.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PrivilegedActionException(e);
        }
    }

    @Replace
    public static <T> T doPrivileged(PrivilegedExceptionAction<T> action, AccessControlContext context)
            throws PrivilegedActionException {
        return doPrivileged(action);
    }

    @Replace
    public static AccessControlContext getContext() {
        return null;
    }

    @Replace
    public static void checkPermission(Permission permission) {}
}
