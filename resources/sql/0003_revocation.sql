-- What revocation needs: each half of a pair ends on its own, every end names the audit event that tells of it, and a
-- code knows the session it was given in.
ALTER TABLE oauth_access_tokens ADD COLUMN refresh_revoked_at BIGINT;
ALTER TABLE oauth_access_tokens ADD COLUMN revocation_id BIGINT;
ALTER TABLE oauth_access_tokens ADD COLUMN session_id BIGINT;
CREATE INDEX index_oauth_access_tokens_on_application_id ON oauth_access_tokens (application_id)
    WHERE revoked_at IS NULL;
CREATE INDEX index_oauth_access_tokens_on_session_id ON oauth_access_tokens (session_id)
    WHERE session_id IS NOT NULL;
ALTER TABLE oauth_access_grants ADD COLUMN revocation_id BIGINT;
ALTER TABLE oauth_access_grants ADD COLUMN session_id BIGINT;
CREATE INDEX index_oauth_access_grants_on_session_id ON oauth_access_grants (session_id)
    WHERE session_id IS NOT NULL;
ALTER TABLE token_families ADD COLUMN revocation_id BIGINT;
ALTER TABLE consents ADD COLUMN revocation_id BIGINT;
ALTER TABLE oauth_applications ADD COLUMN super_client @BOOLEAN@ NOT NULL DEFAULT @FALSE@;
ALTER TABLE audit_events ADD COLUMN outcome VARCHAR NOT NULL DEFAULT '';
ALTER TABLE audit_events ADD COLUMN reason VARCHAR NOT NULL DEFAULT '';
CREATE INDEX index_audit_events_on_misuse ON audit_events (subject)
    WHERE action IN ('token.reuse_detected', 'grant.replayed');
CREATE INDEX index_oauth_access_tokens_on_revocation_id ON oauth_access_tokens (revocation_id)
    WHERE revocation_id IS NOT NULL;
