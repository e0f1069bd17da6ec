package wandb.auth.architecture;

import static wandb.auth.architecture.Conditions.target;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** No annotation is read at run time: the first that is costs a start more than a login may take. */
record AnnotationUse(Predicate<JavaClass> concerned) {

    /** The compiler and the null checker read theirs; nobody reads them at run time. */
    private static final Set<String> OF_THE_COMPILER = Set.of("java.lang", "org.jspecify.annotations");

    ArchRule rule() {
        return Conditions.noFaults("have no annotation that is read at run time", concerned, AnnotationUse::faults);
    }

    private static List<String> faults(JavaClass javaClass) {
        List<String> faults = new ArrayList<>();
        addReadable(faults, javaClass.getAnnotations());
        for (JavaMember member : javaClass.getMembers()) {
            addReadable(faults, member.getAnnotations());
        }
        for (JavaCodeUnit unit : javaClass.getCodeUnits()) {
            for (JavaParameter parameter : unit.getParameters()) {
                addReadable(faults, parameter.getAnnotations());
            }
        }
        for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
            if (target(dependency).getPackageName().equals("java.lang.annotation")) {
                faults.add(dependency.getDescription());
            }
        }
        for (JavaMethodCall call : javaClass.getMethodCallsFromSelf()) {
            boolean reflective = call.getTargetOwner().getPackageName().startsWith("java.lang");
            if (reflective && call.getTarget().getName().contains("Annotation")) {
                faults.add(call.getDescription());
            }
        }
        return faults;
    }

    private static void addReadable(List<String> faults, Collection<? extends JavaAnnotation<?>> annotations) {
        for (JavaAnnotation<?> annotation : annotations) {
            if (!OF_THE_COMPILER.contains(annotation.getRawType().getPackageName())) {
                faults.add(annotation.getDescription());
            }
        }
    }
}
