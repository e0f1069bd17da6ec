package wandb.auth.architecture;

import static wandb.auth.architecture.Conditions.target;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The domain does no input and no output: of java.base it uses only what cannot. */
record DomainInput(String root) {

    private static final Set<String> PURE_PACKAGES = Set.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.time");

    private static final Set<String> IMPURE_CLASSES = Set.of(
            "java.lang.ClassLoader",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.System",
            "java.lang.Thread",
            "java.util.Formatter",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.Timer");

    /** Of packages for files and networks: a path as a name, what makes one, names in ASCII, the check of a literal address. */
    private static final Set<String> PURE_CLASSES = Set.of(
            "java.nio.file.FileSystem",
            "java.nio.file.Path",
            "java.nio.file.InvalidPathException",
            "java.net.IDN",
            "java.net.Inet6Address");

    /** Of these classes, what asks the system all the same. */
    private static final Set<String> IMPURE_METHODS = Set.of(
            "toRealPath",
            "toAbsolutePath",
            "toFile",
            "toUri",
            "register",
            "close",
            "provider",
            "getFileStores",
            "getRootDirectories",
            "getUserPrincipalLookupService",
            "newWatchService",
            "getByName",
            "getAllByName",
            "isReachable");

    ArchRule rule() {
        String domain = ProjectModule.DOMAIN.packageName(root);
        return Conditions.noFaults(
                "do no input or output",
                javaClass -> (javaClass.getPackageName() + ".").startsWith(domain + "."),
                DomainInput::faults);
    }

    private static List<String> faults(JavaClass javaClass) {
        List<String> faults = new ArrayList<>();
        for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
            if (isImpure(target(dependency))) {
                faults.add(dependency.getDescription());
            }
        }
        for (JavaAccess<?> access : javaClass.getAccessesFromSelf()) {
            boolean named = PURE_CLASSES.contains(access.getTargetOwner().getName());
            if (named && IMPURE_METHODS.contains(access.getTarget().getName())) {
                faults.add(access.getDescription());
            }
        }
        return faults;
    }

    private static boolean isImpure(JavaClass target) {
        boolean pure = PURE_CLASSES.contains(target.getName())
                || (PURE_PACKAGES.contains(target.getPackageName()) && !IMPURE_CLASSES.contains(target.getName()));
        return JdkModules.of(target).equals(Optional.of("java.base")) && !pure;
    }
}
