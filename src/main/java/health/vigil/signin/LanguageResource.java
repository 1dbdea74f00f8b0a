package health.vigil.signin;

import health.vigil.access.CurrentUser;
import health.vigil.access.Roles;
import health.vigil.api.Request;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Chooses the language of the pages for one's own account, in every browser.
@Path("/v1/session/language")
@RolesAllowed({
    Roles.NURSE,
    Roles.PHYSICIAN,
    Roles.DASHBOARD,
    Roles.ADMIN,
    Roles.REGISTRY,
    Roles.COORDINATOR,
    Roles.PATIENT,
    Roles.CAREGIVER
})
class LanguageResource {
    private final CurrentUser user;
    private final PageLanguages languages;

    LanguageResource(CurrentUser user, PageLanguages languages) {
        this.user = user;
        this.languages = languages;
    }

    /// @param language a language of the pages
    record Choice(PageLanguage language) {
        static Optional<Choice> read(Fields fields) {
            var language = fields.need("language", Shapes.word(PageLanguage.class));
            fields.refuseUnknown();
            return fields.whenSound(() -> new Choice(language.orElseThrow()));
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(Choice.class)
    @APIResponse(responseCode = "204", description = "Chosen")
    public void choose(byte[] sent) {
        languages.choose(
                user.username(),
                Request.read(Request.neededObject(sent), Choice::read).language());
    }
}
