package wandb.auth.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules made of plain functions. */
final class Conditions {

    private Conditions() {}

    /** The classes that the predicate picks must have no faults; a fault is told after the name of its class. */
    static ArchRule noFaults(String what, Predicate<JavaClass> of, Function<JavaClass, List<String>> faults) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are concerned", of))
                .should(new ArchCondition<>(what) {
                    @Override
                    public void check(JavaClass javaClass, ConditionEvents events) {
                        for (String fault : faults.apply(javaClass)) {
                            events.add(SimpleConditionEvent.violated(javaClass, javaClass.getName() + ": " + fault));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    /** The classes that the first predicate picks must not depend on those that the second one does. */
    static ArchRule noDependency(String what, Predicate<JavaClass> of, Predicate<Dependency> forbidden) {
        return noFaults(what, of, javaClass -> {
            List<String> faults = new ArrayList<>();
            for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
                if (forbidden.test(dependency)) {
                    faults.add(dependency.getDescription());
                }
            }
            return faults;
        });
    }

    /** The class that a dependency is on; of an array, the class of its elements. */
    static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }
}
