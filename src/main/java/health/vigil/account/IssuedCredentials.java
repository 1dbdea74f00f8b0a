package health.vigil.account;

/// What an account signs in with: the password for the pages, the token for programs. Shown once, kept as a hash and an
/// id.
public record IssuedCredentials(String username, String password, String token) {
    @Override
    public String toString() {
        return "Issued[" + username + "]";
    }
}
