-- What finds its rows in tables that grow: those of an application when it is deleted, of a resource when it is revoked,
-- and those that name an event of the audit trail, which outlives none of them.
CREATE INDEX index_oauth_access_grants_on_application_id ON oauth_access_grants (application_id);
CREATE INDEX index_token_families_on_application_id ON token_families (application_id)
    WHERE application_id IS NOT NULL;
DROP INDEX index_oauth_access_tokens_on_application_id;
CREATE INDEX index_oauth_access_tokens_on_application_id ON oauth_access_tokens (application_id, revoked_at)
    WHERE application_id IS NOT NULL;
CREATE INDEX index_consents_on_resource ON consents (resource);
CREATE INDEX index_oauth_access_grants_on_revocation_id ON oauth_access_grants (revocation_id)
    WHERE revocation_id IS NOT NULL;
CREATE INDEX index_token_families_on_revocation_id ON token_families (revocation_id)
    WHERE revocation_id IS NOT NULL;
CREATE INDEX index_consents_on_revocation_id ON consents (revocation_id)
    WHERE revocation_id IS NOT NULL;
