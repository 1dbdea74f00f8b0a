package health.vigil.access;

import health.vigil.ServiceTest;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class RoleTableTest {
    @Test
    void everyEndpointIsInTheTable() throws IOException {
        var table = RoleTable.read();

        assertThat(endpoints()).allMatch(table::names);
    }

    @Test
    void nobodyIsLetInWithoutAToken() throws IOException {
        var cells = new SoftAssertions();
        for (var line : RoleTable.read().lines()) {
            if (endpoints().contains(line.endpoint())) {
                var status = given().urlEncodingEnabled(false)
                        .contentType(mediaType(line))
                        .request(line.method(), line.path())
                        .statusCode();
                cells.assertThat(status).as(line.endpoint()).isEqualTo(401);
            }
        }
        cells.assertAll();
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() throws IOException {
        var cells = new SoftAssertions();
        for (var line : RoleTable.read().lines()) {
            if (endpoints().contains(line.endpoint())) {
                for (var role : Role.values()) {
                    check(cells, line, role);
                }
            }
        }
        cells.assertAll();
    }

    /// These endpoints know no roles: only an EHR that is configured may call them.
    @Test
    void noRoleCallsWhatAnEhrSigns() throws IOException {
        var cells = new SoftAssertions();
        for (var line : RoleTable.read().signed()) {
            for (var role : Role.values()) {
                var status = As.role(role)
                        .contentType("application/json")
                        .request(line.method(), line.path())
                        .statusCode();
                cells.assertThat(status)
                        .as(line.endpoint() + " by " + role.word())
                        .isEqualTo(401);
            }
        }
        cells.assertAll();
    }

    private static void check(SoftAssertions cells, RoleTable.Line line, Role role) {
        if (line.endpoint().endsWith("/stream") && line.allowed().contains(role)) {
            // This endpoint is an endless stream.
            return;
        }
        var status = As.role(role)
                .urlEncodingEnabled(false)
                .contentType(mediaType(line))
                .request(line.method(), line.path())
                .statusCode();
        var cell = cells.assertThat(status).as(line.endpoint() + " by " + role.word());
        if (line.allowed().contains(role)) {
            cell.isNotIn(401, 403, 500);
        } else {
            cell.isEqualTo(403);
        }
    }

    /// A user without the role gets 403 for any body, as long as its media type is accepted.
    private static String mediaType(RoleTable.Line line) {
        return line.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private static Set<String> endpoints() {
        var found = new TreeSet<String>();
        var visitor = new RuntimeResourceVisitor() {
            @Override
            public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                found.add(method + " " + path.replaceAll("(.)/$", "$1").replaceAll(": [^}]+}", "}"));
            }
        };
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), visitor);
        return found;
    }
}
