package health.vigil.pages;

import health.vigil.role.ActiveRoles;
import health.vigil.role.Job;
import health.vigil.role.Worker;
import health.vigil.signin.SignInAtProvider;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

import static java.util.Map.entry;

/// Maps the URLs of the pages to files under `META-INF/resources`. The patient is named in the URL only;
/// files contain no data, so they need no sign-in.
@Singleton
class PageRoutes implements Worker {
    private static final Map<String, String> FILES = Map.ofEntries(
            entry("/", "board"),
            entry("/sign-in", "sign-in"),
            entry("/signed-out", "sign-in"),
            entry("/wall", "wall"),
            entry("/handover", "ward-handover"),
            entry("/alerts", "alerts"),
            entry("/alerts/statistics", "statistics"),
            entry("/admission", "admission"),
            entry("/admin", "admin"),
            entry("/patients/:patientId", "patient"),
            entry("/patients/:patientId/check", "check"),
            entry("/patients/:patientId/handover", "handover"),
            entry("/patients/:patientId/summary", "summary"),
            entry("/patients/:patientId/going-home", "going-home"),
            entry("/home", "home"),
            entry("/waiting", "waiting"),
            entry("/protocol", "protocol"),
            entry("/journeys/:id", "journey"));

    /// Before the static files, which Quarkus serves last.
    private static final int BEFORE_THE_FILES = -1000;

    private final ActiveRoles roles;
    private final SignInAtProvider provider;

    PageRoutes(ActiveRoles roles, SignInAtProvider provider) {
        this.roles = roles;
        this.provider = provider;
    }

    @Override
    public Job job() {
        return Job.PAGES;
    }

    void route(@Observes Router router) {
        router.getWithRegex("/(assets|pages)/.*").order(BEFORE_THE_FILES).handler(this::file);
        FILES.forEach(
                (address, file) -> router.get(address).order(BEFORE_THE_FILES).handler(request -> page(request, file)));
    }

    private void page(RoutingContext request, String file) {
        if (roles.include(Job.PAGES)) {
            request.reroute("/pages/" + (file.equals("sign-in") ? signIn() : file) + ".html");
        } else {
            request.fail(404);
        }
    }

    private String signIn() {
        return provider.offered() ? "provider" : "sign-in";
    }

    /// Browsers revalidate each time, so that old scripts do not meet a new API after an upgrade.
    private void file(RoutingContext request) {
        if (!roles.include(Job.PAGES)) {
            request.fail(404);
            return;
        }
        request.addHeadersEndHandler(_ -> request.response().headers().set(HttpHeaders.CACHE_CONTROL, "no-cache"));
        request.next();
    }
}
