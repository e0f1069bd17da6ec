package wandb.auth.architecture;

import static wandb.auth.architecture.Conditions.noDependency;
import static wandb.auth.architecture.Conditions.noFaults;
import static wandb.auth.architecture.Conditions.target;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The arrows between the modules, for the classes below one root package. */
record ModuleRules(String root) {

    /** The rules by their names, which are also those of the fixtures that break them. */
    Map<String, ArchRule> byName() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domainneedsnomodule", arrowsFrom(module -> module == ProjectModule.DOMAIN));
        rules.put("filesneedsnomodule", arrowsFrom(module -> module == ProjectModule.FILES));
        rules.put("appneedsdomainonly", arrowsFrom(module -> module == ProjectModule.APP));
        rules.put("adapterneedsdomainandfilesonly", arrowsFrom(ProjectModule::isAdapter));
        rules.put("clinamesnoadapter", arrowsFrom(module -> module == ProjectModule.CLI));
        rules.put("distisapart", arrowsFrom(module -> module == ProjectModule.DIST));
        rules.put("valuesdonotusespi", valuesDoNotUseTheSpi());
        rules.put("packageshavenocycles", packagesHaveNoCycles());
        rules.put("everyclassisinamodule", everyClassIsInAModule());
        rules.put("nopackageisnamedutil", noPackageIsNamedUtil());
        return rules;
    }

    Optional<ProjectModule> moduleOf(JavaClass javaClass) {
        return ProjectModule.ofPackage(root, javaClass.getPackageName());
    }

    private ArchRule arrowsFrom(Predicate<ProjectModule> modules) {
        return noDependency(
                "need only the modules that the design draws an arrow to",
                javaClass -> moduleOf(javaClass).filter(modules).isPresent(),
                dependency -> {
                    ProjectModule origin = moduleOf(dependency.getOriginClass()).orElseThrow();
                    return moduleOf(target(dependency))
                            .filter(needed -> !origin.mayNeed(needed))
                            .isPresent();
                });
    }

    private ArchRule valuesDoNotUseTheSpi() {
        String values = ProjectModule.DOMAIN.packageName(root);
        return noDependency(
                "not use the interfaces that are made of them",
                javaClass -> javaClass.getPackageName().equals(values),
                dependency -> target(dependency).getPackageName().equals(values + ".spi"));
    }

    private ArchRule packagesHaveNoCycles() {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private ArchRule everyClassIsInAModule() {
        return noFaults("be in a module of the design", javaClass -> true, javaClass -> {
            boolean inModule = moduleOf(javaClass).isPresent();
            return inModule ? List.of() : List.of("its package is of no module");
        });
    }

    private ArchRule noPackageIsNamedUtil() {
        return noFaults("be in a package that says its job", javaClass -> true, javaClass -> {
            List<String> faults = new ArrayList<>();
            for (String part : javaClass.getPackageName().split("\\.", -1)) {
                if (List.of("util", "utils", "common", "misc").contains(part)) {
                    faults.add("its package is named " + part);
                }
            }
            return faults;
        });
    }
}
