package health.vigil.account;

import health.vigil.access.HomeGate;
import health.vigil.access.HospitalWards;
import health.vigil.access.RecognisedUsers;
import health.vigil.access.Role;
import health.vigil.access.Roles;
import health.vigil.api.Request;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jboss.resteasy.reactive.RestResponse;

/// The accounts of this machine. A new password or token is shown once.
@Path("/v1/accounts")
@RolesAllowed(Roles.ADMIN)
class AccountsResource {
    private final Accounts accounts;
    private final Passwords passwords;
    private final OwnCredentials own;
    private final RecognisedUsers users;
    private final HospitalWards wards;
    private final HomeGate home;

    AccountsResource(
            Accounts accounts,
            Passwords passwords,
            OwnCredentials own,
            RecognisedUsers users,
            HospitalWards wards,
            HomeGate home) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.own = own;
        this.users = users;
        this.wards = wards;
        this.home = home;
    }

    record AccountList(List<AccountSummary> items) {}

    /// @param wards absent for every ward
    /// @param patientId the patient for whom a patient or a caregiver enters
    record AccountRequest(
            String username,
            Role role,
            Optional<Set<String>> wards,
            Optional<String> deviceId,
            Optional<PatientId> patientId) {
        private static final int MOST_WARDS = 100;
        private static final Shape<String> NAME = Shapes.text(64)
                .where(name -> name.matches(Accounts.NAME), "must be lower-case letters, digits, dots or hyphens");
        private static final Shape<Role> ROLE = Shapes.map(
                Shapes.text(64).where(role -> known(role).isPresent(), "is not a role of this service"),
                role -> known(role).orElseThrow());
        private static final Shape<List<String>> WARDS = Shapes.list(Shapes.text(64))
                .where(
                        wards -> !wards.isEmpty() && wards.size() <= MOST_WARDS,
                        "must be 1 to " + MOST_WARDS + " wards; leave it out for every ward");

        static Optional<AccountRequest> read(Fields fields) {
            var username = fields.need("username", NAME);
            var role = fields.need("role", ROLE);
            var wards = fields.may("wards", WARDS).map(Set::copyOf);
            var deviceId = fields.may("deviceId", Shapes.text(128));
            var patientId = fields.may("patientId", Shapes.patientId());
            fields.refuseUnknown();
            return fields.whenSound(
                    () -> new AccountRequest(username.orElseThrow(), role.orElseThrow(), wards, deviceId, patientId));
        }

        private static Optional<Role> known(String role) {
            return Word.of(Role.class, role);
        }

        NewAccount account(HospitalWards hospital) {
            if (deviceId.isPresent() && role != Role.DEVICE) {
                throw ProblemException.invalid("deviceId", "is only for the role device");
            }
            if (wards.isPresent() && role == Role.ADMIN) {
                throw ProblemException.invalid("wards", "is not for administrators: they see every ward");
            }
            if (patientId.isPresent() != role.entersFromHome()) {
                throw ProblemException.invalid(
                        "patientId",
                        role.entersFromHome()
                                ? "is missing: name the patient for whom the account enters"
                                : "is only for the roles patient and caregiver");
            }
            if (wards.isPresent() && role.entersFromHome()) {
                throw ProblemException.invalid("wards", "is not for patients and caregivers: they see no ward");
            }
            return new NewAccount(
                    username, role, wards.map(names -> hospitalSpellings(names, hospital)), deviceId, patientId);
        }

        /// The names in the hospital's spelling. A user of an unknown ward would see no patient.
        private static Set<String> hospitalSpellings(Set<String> names, HospitalWards hospital) {
            return names.stream().map(name -> hospital.spelling("wards", name)).collect(Collectors.toSet());
        }
    }

    @GET
    public AccountList list() {
        own.require();
        return new AccountList(accounts.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(AccountRequest.class)
    public RestResponse<IssuedCredentials> add(byte[] body) {
        own.require();
        var request = Request.read(Request.withoutNulls(Request.neededObject(body)), AccountRequest::read);
        if (request.role().entersFromHome()) {
            home.require();
        }
        var issued = accounts.add(request.account(wards), passwords.fresh());
        return RestResponse.ResponseBuilder.<IssuedCredentials>created(URI.create("/v1/accounts/" + issued.username()))
                .entity(issued)
                .build();
    }

    @POST
    @Path("/{username}/rotation")
    public IssuedCredentials rotate(String username) {
        own.require();
        var password = passwords.fresh();
        var issued = own.replace(() -> accounts.rotate(username, password));
        users.forget();
        return issued;
    }

    @DELETE
    @Path("/{username}")
    public void revoke(String username) {
        own.require();
        accounts.revoke(username);
        users.forget();
    }
}
