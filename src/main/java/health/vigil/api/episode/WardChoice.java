package health.vigil.api.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.problem.ProblemException;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which ward a name means. Where the hospital lists its wards (`vigil.wards`) there is no other. Elsewhere a new ward
/// comes into being when somebody who sees every ward names it.
@ApplicationScoped
class WardChoice {
    private static final String EXISTING =
            "select ward from episode where ward_key(ward) = ? order by admitted_at limit 1";

    private final Optional<List<String>> listed;
    private final CurrentUser user;

    WardChoice(@ConfigProperty(name = "vigil.wards") Optional<List<String>> listed, CurrentUser user) {
        this.listed = listed;
        this.user = user;
    }

    /// The ward as it is kept.
    ///
    /// @throws ProblemException 400 where there is no such ward and the user cannot make one
    String of(Sql sql, String name) {
        return listed.map(wards -> listed(wards, name)).orElseGet(() -> existing(sql, name));
    }

    /// The wards that the hospital lists and the user may see.
    List<String> listed() {
        return listed.orElse(List.of()).stream()
                .map(WardName::tidy)
                .filter(user::maySee)
                .toList();
    }

    static String listed(List<String> wards, String name) {
        return named(wards, name)
                .orElseThrow(() -> ProblemException.invalid("ward", "is not a ward of this hospital (vigil.wards)"));
    }

    private String existing(Sql sql, String name) {
        return sql.first(EXISTING, row -> row.text("ward"), WardName.key(name))
                .or(() -> named(user.wards().only().orElse(Set.of()), name))
                .orElseGet(() -> fresh(name));
    }

    private static Optional<String> named(Collection<String> wards, String name) {
        return wards.stream()
                .filter(ward -> WardName.same(ward, name))
                .map(WardName::tidy)
                .findFirst();
    }

    private String fresh(String name) {
        if (user.wards().only().isPresent()) {
            throw ProblemException.invalid("ward", "is not a ward yet: somebody who sees every ward makes it");
        }
        return WardName.tidy(name);
    }
}
