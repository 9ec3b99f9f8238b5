# Keycloak, built for PostgreSQL and with the look of the portal, so that it starts at once and with a read-only root file system.
FROM quay.io/keycloak/keycloak:26.7.3
COPY deploy/keycloak/themes/ /opt/keycloak/themes/
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --metrics-enabled=true
