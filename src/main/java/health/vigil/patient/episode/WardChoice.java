package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.HospitalWards;
import health.vigil.access.WardName;
import health.vigil.problem.ProblemException;
import health.vigil.store.Sql;
import health.vigil.store.WardNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the ward that a name means. If the hospital lists its wards (`vigil.wards`), no other ward exists.
/// Otherwise a user who sees every ward creates a new ward by naming it, and the ward of the outpatient
/// coordinators exists because it is configured.
@ApplicationScoped
public class WardChoice {
    private final HospitalWards hospital;
    private final CurrentUser user;
    private final OutpatientWard coordinators;

    WardChoice(HospitalWards hospital, CurrentUser user, OutpatientWard coordinators) {
        this.hospital = hospital;
        this.user = user;
        this.coordinators = coordinators;
    }

    /// The ward's name as stored.
    ///
    /// @throws ProblemException 400 if there is no such ward and the user may not create one
    public String of(Sql sql, String name) {
        return hospital.listed().isPresent() ? hospital.spelling("ward", name) : existing(sql, name);
    }

    /// The wards that the hospital lists and the user may see.
    List<String> listed() {
        return hospital.listed().orElse(List.of()).stream().filter(user::maySee).toList();
    }

    private String existing(Sql sql, String name) {
        return WardNames.first(sql, WardName.key(name))
                .or(() -> find(user.wards().only().orElse(Set.of()), name))
                .or(() -> coordinators.name().filter(ward -> WardName.same(ward, name)))
                .orElseGet(() -> fresh(name));
    }

    private static Optional<String> find(Collection<String> wards, String name) {
        return wards.stream()
                .filter(ward -> WardName.same(ward, name))
                .map(WardName::tidy)
                .findFirst();
    }

    private String fresh(String name) {
        if (user.wards().only().isPresent()) {
            throw ProblemException.invalid("ward", "is not a ward yet: only a user who sees every ward can create it");
        }
        return WardName.tidy(name);
    }
}
