package wandb.auth.architecture;

import static wandb.auth.architecture.Conditions.noDependency;
import static wandb.auth.architecture.Conditions.noFaults;
import static wandb.auth.architecture.Conditions.target;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the code of the modules does not do, for the classes below one root package. */
record ConductRules(String root) {

    /** Of System, what neither shows the process nor ends it. */
    private static final Set<String> HARMLESS_OF_SYSTEM =
            Set.of("arraycopy", "nanoTime", "currentTimeMillis", "identityHashCode");

    private static final Set<String> ENDS_OR_STARTS_A_PROCESS = Set.of("exit", "halt", "exec");

    private static final Set<Class<?>> GENERIC =
            Set.of(Throwable.class, Exception.class, RuntimeException.class, Error.class);

    /** The libraries, and the modules that may use each; of no other library is anything used. */
    private static final Map<String, Set<ProjectModule>> LIBRARIES = Map.of(
            "picocli", Set.of(ProjectModule.CLI),
            "okhttp3", Set.of(ProjectModule.HTTP),
            "com.fasterxml.jackson", Set.of(ProjectModule.HTTP, ProjectModule.HELPER),
            "com.github.javakeyring", Set.of(ProjectModule.KEYRING),
            "io.github.jopenlibs.vault", Set.of(ProjectModule.VAULT),
            "org.freedesktop.dbus", Set.of(ProjectModule.KEYRING));

    /** The rules by their names, which are also those of the fixtures that break them. */
    Map<String, ArchRule> byName() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domaindoesnoio", new DomainInput(root).rule());
        rules.put("javabaseisenough", javaBaseIsEnough());
        rules.put("librariesstayintheirmodule", librariesStayInTheirModule());
        rules.put("onlymaintouchestheprocess", onlyMainTouchesTheProcess());
        rules.put("noannotationisread", new AnnotationUse(this::isShipped).rule());
        rules.put("exceptionssaywhat", exceptionsSayWhat());
        return rules;
    }

    private boolean isShipped(JavaClass javaClass) {
        return moduleOf(javaClass)
                .filter(module -> module != ProjectModule.DIST && module != ProjectModule.TESTKIT)
                .isPresent();
    }

    private boolean isInTheImage(JavaClass javaClass) {
        return isShipped(javaClass) && !moduleOf(javaClass).equals(Optional.of(ProjectModule.VAULT));
    }

    private Optional<ProjectModule> moduleOf(JavaClass javaClass) {
        return ProjectModule.ofPackage(root, javaClass.getPackageName());
    }

    private ArchRule javaBaseIsEnough() {
        return noDependency("need no part of the JDK but java.base", this::isInTheImage, dependency -> {
            Optional<String> module = JdkModules.of(target(dependency));
            return module.isPresent()
                    && !module.get().equals("java.base")
                    && !isAboutWhoListens(dependency, module.get());
        });
    }

    /** Only this module of the JDK tells whose process the session bus is. */
    private boolean isAboutWhoListens(Dependency dependency, String module) {
        return module.equals("jdk.net")
                && dependency.getOriginClass().getPackageName().startsWith(root + ".keyring");
    }

    private ArchRule librariesStayInTheirModule() {
        return noDependency("use the libraries of their own module only", this::isShipped, dependency -> {
            JavaClass target = target(dependency);
            return isOfALibrary(target) && !isOfTheLibraryOf(dependency.getOriginClass(), target);
        });
    }

    private boolean isOfALibrary(JavaClass target) {
        String name = target.getPackageName();
        boolean ours = name.equals(root) || name.startsWith(root + ".");
        boolean nullness = name.equals("org.jspecify.annotations");
        return !target.isPrimitive()
                && !ours
                && !nullness
                && JdkModules.of(target).isEmpty();
    }

    private boolean isOfTheLibraryOf(JavaClass origin, JavaClass target) {
        for (Map.Entry<String, Set<ProjectModule>> library : LIBRARIES.entrySet()) {
            if ((target.getPackageName() + ".").startsWith(library.getKey() + ".")) {
                return moduleOf(origin).filter(library.getValue()::contains).isPresent();
            }
        }
        return false;
    }

    private ArchRule onlyMainTouchesTheProcess() {
        // The second stands between the process and the code of plugins, and is loaded only where there are any; the
        // third asks the
        // console for a line, which nothing else does on Windows.
        Set<String> allowed = Set.of(
                ProjectModule.CLI.packageName(root) + ".Main",
                ProjectModule.PLUGINS.packageName(root) + ".ProcessGuard",
                ProjectModule.CLI.packageName(root) + ".terminal.WindowsConsole");
        return noFaults(
                "leave the process to Main",
                javaClass -> isShipped(javaClass) && !allowed.contains(javaClass.getName()),
                javaClass -> {
                    List<String> faults = new ArrayList<>();
                    for (JavaAccess<?> access : javaClass.getAccessesFromSelf()) {
                        if (touchesTheProcess(access)) {
                            faults.add(access.getDescription());
                        }
                    }
                    return faults;
                });
    }

    private static boolean touchesTheProcess(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        JavaClass owner = access.getTargetOwner();
        if (owner.isEquivalentTo(System.class)) {
            return !HARMLESS_OF_SYSTEM.contains(name);
        }
        boolean property = (owner.isEquivalentTo(Boolean.class) && name.equals("getBoolean"))
                || (owner.isEquivalentTo(Integer.class) && name.equals("getInteger"))
                || (owner.isEquivalentTo(Long.class) && name.equals("getLong"));
        boolean standardError = name.equals("printStackTrace")
                && access.getTarget().getFullName().endsWith("()")
                && owner.isAssignableTo(Throwable.class);
        boolean process = owner.isEquivalentTo(Runtime.class) && ENDS_OR_STARTS_A_PROCESS.contains(name);
        return property || standardError || process;
    }

    private ArchRule exceptionsSayWhat() {
        return noFaults("neither make nor declare exceptions that say nothing", this::isShipped, javaClass -> {
            List<String> faults = new ArrayList<>();
            for (JavaConstructorCall call : javaClass.getConstructorCallsFromSelf()) {
                if (isGeneric(call.getTargetOwner()) && !isCallOfSuper(call)) {
                    faults.add(call.getDescription());
                }
            }
            for (JavaCodeUnit unit : javaClass.getCodeUnits()) {
                if (unit.getExceptionTypes().stream().anyMatch(ConductRules::isGeneric)) {
                    faults.add(unit.getDescription() + " declares one");
                }
            }
            return faults;
        });
    }

    private static boolean isGeneric(JavaClass javaClass) {
        return GENERIC.stream().anyMatch(javaClass::isEquivalentTo);
    }

    private static boolean isCallOfSuper(JavaConstructorCall call) {
        return call.getOrigin().isConstructor()
                && call.getOriginOwner().getRawSuperclass().equals(Optional.of(call.getTargetOwner()));
    }
}
