# One image for every process: the gateway, and each service in its roles api, worker and migrate. Which one it is, the command says:
#   node gateway/src/main.ts        node services/fees/src/main.ts  (ROLE=api|worker|migrate)
# `npm run image` makes the two folders that are copied here (pinned packages of Debian and Node; our files and the locked
# packages that they need when they run) and then builds this file: there is no base image that somebody else could change.
FROM scratch

# RELEASE: what this build is called, as the tag is. REVISION: the commit it was made of.
ARG RELEASE=development
ARG REVISION=unknown
LABEL org.opencontainers.image.title="dang-procedures" \
      org.opencontainers.image.version="${RELEASE}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"

COPY .data/image/rootfs/ /
COPY .data/image/app/ /app/

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PATH=/usr/local/bin \
    NODE_OPTIONS="--max-semi-space-size=16 --expose-gc --disable-warning=ExperimentalWarning"
WORKDIR /app
USER 65532:65532
STOPSIGNAL SIGTERM
CMD ["node", "gateway/src/main.ts"]
