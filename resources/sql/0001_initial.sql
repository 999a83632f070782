-- The data model. Every statement ends with a semicolon at the end of its line; words between at signs are the engine's.
-- Times are milliseconds since 1970-01-01 UTC. Names of applications, grants and tokens are Doorkeeper's; other columns
-- of those three tables are additions and may be empty. Each secondary index slows issuing: only what a query needs.

CREATE TABLE settings (
    name VARCHAR NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE identity_domains (
    id @PRIMARY_KEY@,
    name VARCHAR NOT NULL,
    issuer VARCHAR,
    policy TEXT NOT NULL,
    enabled @BOOLEAN@ NOT NULL DEFAULT @TRUE@,
    not_before BIGINT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX index_identity_domains_on_name ON identity_domains (lower(name));
INSERT INTO identity_domains (id, name, policy, created_at) VALUES (1, 'Default', '{}', @NOW@);

CREATE TABLE users (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    email VARCHAR NOT NULL,
    name VARCHAR NOT NULL DEFAULT '',
    password_digest VARCHAR NOT NULL DEFAULT '',
    admin @BOOLEAN@ NOT NULL DEFAULT @FALSE@,
    enabled @BOOLEAN@ NOT NULL DEFAULT @TRUE@,
    not_before BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX index_users_on_email ON users (domain_id, lower(email));

CREATE TABLE oauth_applications (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    name VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    secret VARCHAR NOT NULL DEFAULT '',
    redirect_uri TEXT NOT NULL DEFAULT '',
    scopes VARCHAR NOT NULL DEFAULT '',
    confidential @BOOLEAN@ NOT NULL DEFAULT @TRUE@,
    enabled @BOOLEAN@ NOT NULL DEFAULT @TRUE@,
    trusted @BOOLEAN@ NOT NULL DEFAULT @FALSE@,
    grant_types VARCHAR NOT NULL DEFAULT '',
    not_before BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX index_oauth_applications_on_uid ON oauth_applications (domain_id, uid);

CREATE TABLE consents (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    resource_owner_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    application_id BIGINT NOT NULL REFERENCES oauth_applications (id) ON DELETE CASCADE,
    resource VARCHAR NOT NULL DEFAULT '',
    scopes VARCHAR NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    revoked_at BIGINT,
    not_before BIGINT
);
CREATE UNIQUE INDEX index_consents_standing ON consents (resource_owner_id, application_id, resource)
    WHERE revoked_at IS NULL;
CREATE INDEX index_consents_on_resource_owner_id ON consents (resource_owner_id);
CREATE INDEX index_consents_on_application_id ON consents (application_id);

CREATE TABLE oauth_access_grants (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    resource_owner_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    application_id BIGINT NOT NULL REFERENCES oauth_applications (id) ON DELETE CASCADE,
    consent_id BIGINT REFERENCES consents (id) ON DELETE SET NULL,
    exchange_id BIGINT,
    token VARCHAR NOT NULL,
    expires_in BIGINT NOT NULL,
    redirect_uri TEXT NOT NULL,
    scopes VARCHAR NOT NULL DEFAULT '',
    code_challenge VARCHAR,
    code_challenge_method VARCHAR,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    replayed_at BIGINT
);
CREATE UNIQUE INDEX index_oauth_access_grants_on_token ON oauth_access_grants (token);
CREATE INDEX index_oauth_access_grants_on_owner ON oauth_access_grants (resource_owner_id, application_id);
CREATE INDEX index_oauth_access_grants_on_consent_id ON oauth_access_grants (consent_id)
    WHERE consent_id IS NOT NULL;

CREATE TABLE token_families (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    application_id BIGINT REFERENCES oauth_applications (id) ON DELETE CASCADE,
    resource_owner_id BIGINT REFERENCES users (id) ON DELETE CASCADE,
    grant_id BIGINT REFERENCES oauth_access_grants (id) ON DELETE SET NULL,
    consent_id BIGINT REFERENCES consents (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    end_reason VARCHAR
);
CREATE INDEX index_token_families_on_owner ON token_families (resource_owner_id)
    WHERE resource_owner_id IS NOT NULL;
CREATE INDEX index_token_families_on_grant_id ON token_families (grant_id)
    WHERE grant_id IS NOT NULL;
CREATE INDEX index_token_families_on_consent_id ON token_families (consent_id)
    WHERE consent_id IS NOT NULL;

-- parent_id and exchange_id may name rows that were purged: they are numbers, not references.
CREATE TABLE oauth_access_tokens (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    resource_owner_id BIGINT REFERENCES users (id) ON DELETE CASCADE,
    application_id BIGINT REFERENCES oauth_applications (id) ON DELETE CASCADE,
    token VARCHAR NOT NULL,
    refresh_token VARCHAR,
    previous_refresh_token VARCHAR NOT NULL DEFAULT '',
    expires_in BIGINT,
    scopes VARCHAR,
    grant_type VARCHAR NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    refresh_expires_at BIGINT,
    revoked_at BIGINT,
    access_revoked_at BIGINT,
    refresh_used_at BIGINT,
    grant_id BIGINT REFERENCES oauth_access_grants (id) ON DELETE SET NULL,
    family_id BIGINT REFERENCES token_families (id) ON DELETE CASCADE,
    parent_id BIGINT,
    consent_id BIGINT REFERENCES consents (id) ON DELETE SET NULL,
    exchange_id BIGINT
);
CREATE UNIQUE INDEX index_oauth_access_tokens_on_token ON oauth_access_tokens (token);
CREATE UNIQUE INDEX index_oauth_access_tokens_on_refresh_token ON oauth_access_tokens (refresh_token)
    WHERE refresh_token IS NOT NULL;
CREATE INDEX index_oauth_access_tokens_on_owner ON oauth_access_tokens (resource_owner_id, application_id)
    WHERE resource_owner_id IS NOT NULL;
CREATE INDEX index_oauth_access_tokens_on_grant_id ON oauth_access_tokens (grant_id)
    WHERE grant_id IS NOT NULL;
CREATE INDEX index_oauth_access_tokens_on_family_id ON oauth_access_tokens (family_id)
    WHERE family_id IS NOT NULL;
CREATE INDEX index_oauth_access_tokens_on_consent_id ON oauth_access_tokens (consent_id)
    WHERE consent_id IS NOT NULL;
CREATE INDEX index_oauth_access_tokens_on_expires_at ON oauth_access_tokens (expires_at)
    WHERE revoked_at IS NULL;

CREATE TABLE browser_sessions (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token VARCHAR NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX index_browser_sessions_on_token ON browser_sessions (token);
CREATE INDEX index_browser_sessions_on_user_id ON browser_sessions (user_id);

CREATE TABLE signing_keys (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    kid VARCHAR NOT NULL,
    algorithm VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    public_jwk TEXT NOT NULL,
    wrapped_private_key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    activated_at BIGINT,
    retired_at BIGINT
);
CREATE UNIQUE INDEX index_signing_keys_on_kid ON signing_keys (domain_id, kid);

CREATE TABLE audit_events (
    id @PRIMARY_KEY@,
    domain_id BIGINT NOT NULL DEFAULT 1 REFERENCES identity_domains (id),
    occurred_at BIGINT NOT NULL,
    actor VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    subject VARCHAR NOT NULL DEFAULT '',
    details TEXT NOT NULL DEFAULT '{}',
    exchange_id BIGINT
);

CREATE TABLE exchanges (
    id @PRIMARY_KEY@,
    occurred_at BIGINT NOT NULL,
    peer VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    parameters TEXT NOT NULL,
    endpoint VARCHAR NOT NULL,
    client_id VARCHAR,
    state VARCHAR,
    grant_id BIGINT,
    family_id BIGINT,
    checks TEXT NOT NULL,
    status INTEGER NOT NULL,
    error VARCHAR,
    response_bytes BIGINT NOT NULL,
    duration_us BIGINT NOT NULL
);
