package health.vigil.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;

/// The environment of a container.
record Environment(List<EnvVar> variables) {
    static Environment of(Container container) {
        return new Environment(container.getEnv());
    }

    List<String> names() {
        return variables.stream().map(EnvVar::getName).toList();
    }

    String value(String name) {
        return variables.stream()
                .filter(variable -> variable.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }
}
