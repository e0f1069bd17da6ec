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

/** The arrows between the rooms, for the classes below one root package. */
record RoomRules(String root) {

    /** The rules by their names, which are also those of the fixtures that break them. */
    Map<String, ArchRule> byName() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domainneedsnoroom", arrowsFrom(room -> room == Room.DOMAIN));
        rules.put("filesneedsnoroom", arrowsFrom(room -> room == Room.FILES));
        rules.put("appneedsdomainonly", arrowsFrom(room -> room == Room.APP));
        rules.put("adapterneedsdomainandfilesonly", arrowsFrom(Room::isAdapter));
        rules.put("clinamesnoadapter", arrowsFrom(room -> room == Room.CLI));
        rules.put("distisapart", arrowsFrom(room -> room == Room.DIST));
        rules.put("valuesdonotusespi", valuesDoNotUseTheSpi());
        rules.put("packageshavenocycles", packagesHaveNoCycles());
        rules.put("everyclassisinaroom", everyClassIsInARoom());
        rules.put("nopackageisnamedutil", noPackageIsNamedUtil());
        return rules;
    }

    Optional<Room> roomOf(JavaClass javaClass) {
        return Room.ofPackage(root, javaClass.getPackageName());
    }

    private ArchRule arrowsFrom(Predicate<Room> rooms) {
        return noDependency(
                "need only the rooms that the design draws an arrow to",
                javaClass -> roomOf(javaClass).filter(rooms).isPresent(),
                dependency -> {
                    Room origin = roomOf(dependency.getOriginClass()).orElseThrow();
                    return roomOf(target(dependency))
                            .filter(needed -> !origin.mayNeed(needed))
                            .isPresent();
                });
    }

    private ArchRule valuesDoNotUseTheSpi() {
        String values = Room.DOMAIN.packageName(root);
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

    private ArchRule everyClassIsInARoom() {
        return noFaults("be in a room of the design", javaClass -> true, javaClass -> {
            boolean inRoom = roomOf(javaClass).isPresent();
            return inRoom ? List.of() : List.of("its package is no room's");
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
