# One image for the web server, the worker and the migrations: docker build -t throughline .

FROM debian:bookworm-slim AS python
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates python3 tzdata \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=agency.settings.production \
    STATIC_ROOT=/static \
    VAR_DIR=/data
WORKDIR /app

FROM python AS builder
RUN apt-get update && apt-get install --yes --no-install-recommends python3-venv
COPY requirements/base.txt requirements/
# Nothing is compiled and nothing can be installed later: wheels only, each of the recorded content, then no pip
RUN python3 -m venv /venv \
    && pip install --no-cache-dir --only-binary :all: --require-hashes --requirement requirements/base.txt \
    && pip uninstall --yes --quiet setuptools pip
COPY . .
# The values stand in for the real ones, which only a running container knows
RUN SECRET_KEY=stands-in-while-static-files-are-collected-and-signs-nothing \
    ALLOWED_HOSTS=localhost BASE_URL=http://localhost DATABASE_URL=sqlite:// DEFAULT_FROM_EMAIL=site@localhost \
    python manage.py collectstatic --no-input \
    && python -m compileall -q .

FROM python
# What WeasyPrint draws text with, and fonts like those the pages ask for
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
       fonts-urw-base35 fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin throughline \
    && install --directory --owner throughline --group throughline /data /data/media \
    && install --directory --owner throughline --group throughline --mode 700 /data/mandates
COPY --from=builder /venv /venv
COPY --from=builder /static /static
COPY --from=builder /app /app
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["python", "docker/healthcheck.py"]
ENV WEB_CONCURRENCY=2 WEB_THREADS=4
CMD ["sh", "-c", "exec gunicorn agency.wsgi --bind 0.0.0.0:8000 --threads $WEB_THREADS --worker-tmp-dir /dev/shm --no-control-socket"]
