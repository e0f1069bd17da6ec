package wandb.auth.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which module of the JDK a class is in. */
final class JdkModules {

    private static final Map<String, String> MODULE_OF_PACKAGE = moduleOfPackage();

    private JdkModules() {}

    /** The module; empty for a class that is not of the JDK. */
    static Optional<String> of(JavaClass javaClass) {
        return Optional.ofNullable(MODULE_OF_PACKAGE.get(javaClass.getPackageName()));
    }

    private static Map<String, String> moduleOfPackage() {
        Map<String, String> modules = new HashMap<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            for (String packageName : module.descriptor().packages()) {
                modules.put(packageName, module.descriptor().name());
            }
        }
        return modules;
    }
}
