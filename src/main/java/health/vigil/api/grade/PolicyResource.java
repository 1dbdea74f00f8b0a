package health.vigil.api.grade;

import health.vigil.access.Roles;
import health.vigil.grading.Policies;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Policy;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import health.vigil.store.GradeQueries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Reads the active rule set and its numbers.
@Path("/v1/policy")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.ADMIN})
@Tag(name = "Grades")
class PolicyResource {
    private final GradeQueries grades;

    PolicyResource(GradeQueries grades) {
        this.grades = grades;
    }

    /// @param numbers durations in ISO 8601, pressures in mm[Hg], temperatures in Cel, shares in percent
    /// @param earlier the numbers that were in force before, oldest first: grades of that time used them
    record PolicyView(String ruleSet, String version, Policy numbers, List<EarlierPolicy> earlier) {}

    /// @param until exclusive
    record EarlierPolicy(String version, Instant from, Instant until, Policy numbers) {}

    @GET
    @Operation(summary = "Read the active rule set and its numbers, and those that were in force before")
    public PolicyView policy() {
        return view(grades.policies());
    }

    private static PolicyView view(Policies policies) {
        var now = policies.newest();
        return new PolicyView(
                Policy.RULE_SET,
                now.policy().version(),
                now.policy(),
                policies.terms().stream()
                        .filter(term -> !term.equals(now))
                        .map(PolicyResource::earlier)
                        .toList());
    }

    private static EarlierPolicy earlier(Term term) {
        return new EarlierPolicy(term.policy().version(), term.from(), term.until(), term.policy());
    }
}
