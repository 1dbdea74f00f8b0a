package health.vigil.api.grades;

import health.vigil.access.Roles;
import health.vigil.grading.Policy;
import health.vigil.service.ServedBy;
import health.vigil.service.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The active rule set and its numbers.
@Path("/v1/policy")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD, Roles.ADMIN})
@Tag(name = "Grades")
class PolicyResource {
    private final Policy policy;

    PolicyResource(Policy policy) {
        this.policy = policy;
    }

    /// @param numbers durations in ISO 8601, pressures in mm[Hg], temperatures in Cel, shares in percent
    record PolicyView(String ruleSet, String version, Policy numbers) {}

    @GET
    @Operation(summary = "The active rule set and its numbers")
    public PolicyView policy() {
        return new PolicyView(Policy.RULE_SET, policy.version(), policy);
    }
}
