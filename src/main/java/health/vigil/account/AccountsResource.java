package health.vigil.account;

import health.vigil.access.HospitalWards;
import health.vigil.access.RecognisedUsers;
import health.vigil.access.Role;
import health.vigil.access.Roles;
import health.vigil.observation.Word;
import health.vigil.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The accounts of this machine's own. A password and a token are shown once, when they are made.
@Path("/v1/accounts")
@RolesAllowed(Roles.ADMIN)
class AccountsResource {
    private final Accounts accounts;
    private final Passwords passwords;
    private final OwnCredentials own;
    private final RecognisedUsers users;
    private final HospitalWards wards;

    AccountsResource(
            Accounts accounts, Passwords passwords, OwnCredentials own, RecognisedUsers users, HospitalWards wards) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.own = own;
        this.users = users;
        this.wards = wards;
    }

    record AccountList(List<AccountSummary> items) {}

    /// @param wards absent for every ward
    record AccountRequest(
            @NotNull @Pattern(regexp = Accounts.NAME) String username,
            @NotNull String role,
            Optional<@Size(min = 1, max = 100) Set<@NotNull @Size(min = 1, max = 64) String>> wards,
            Optional<@Size(min = 1, max = 128) String> deviceId) {
        NewAccount account(HospitalWards hospital) {
            var known = Word.of(Role.class, role)
                    .orElseThrow(() -> ProblemException.invalid("role", "is not a role of this service"));
            if (deviceId.isPresent() && known != Role.DEVICE) {
                throw ProblemException.invalid("deviceId", "is for the role device only");
            }
            if (wards.isPresent() && known == Role.ADMIN) {
                throw ProblemException.invalid("wards", "is not for administrators: they keep the whole service");
            }
            return new NewAccount(username, known, wards.map(names -> kept(names, hospital)), deviceId);
        }

        /// As the hospital lists them: whoever works for no ward that exists would see nobody.
        private static Set<String> kept(Set<String> names, HospitalWards hospital) {
            return names.stream().map(name -> hospital.kept("wards", name)).collect(Collectors.toSet());
        }
    }

    @GET
    public AccountList list() {
        own.require();
        return new AccountList(accounts.list());
    }

    @POST
    public Response add(@NotNull @Valid AccountRequest body) {
        own.require();
        var issued = accounts.add(body.account(wards), passwords.fresh());
        return Response.created(URI.create("/v1/accounts/" + issued.username()))
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
