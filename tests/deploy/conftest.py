"""Two replicas of the server of invented records, and nginx before them."""

import time

import pytest

from fixtures import snapshot
from tests import invented
from tests.deploy import balanced


@pytest.fixture(scope="session")
def editions(tmp_path_factory):
    """Two snapshots of invented records: their paths, and the ids of the quotes in them."""
    folder, found = tmp_path_factory.mktemp("editions"), []
    for name, quotes, seed in (("first", 200, 1), ("second", 150, 2)):
        records = invented.records(quotes=quotes, seed=seed)
        dataset = snapshot.write(folder / f"{name}.sqlite", records)
        found.append((folder / f"{name}.sqlite", dataset, quotes))
    return found


@pytest.fixture(scope="session")
def standing(editions, tmp_path_factory):
    """The address of nginx, and the two replicas behind it, as earlier tests left them."""
    tmp_path = tmp_path_factory.mktemp("nginx")
    if balanced.NGINX is None:
        pytest.skip("no nginx on this machine: apt-get install nginx-light")
    replicas = [balanced.Replica(editions[0][0], tmp_path), balanced.Replica(editions[0][0], tmp_path)]
    try:
        for replica in replicas:
            replica.start()
        with balanced.balanced(replicas, tmp_path) as address:
            yield address, replicas
    finally:
        for replica in replicas:
            if replica.process and replica.process.poll() is None:
                replica.process.terminate()
                replica.process.wait(20)


@pytest.fixture
def cluster(standing, editions):
    """The address of nginx, and the two replicas behind it, both with the first edition and in service."""
    address, replicas = standing
    for replica in replicas:
        replica.take(editions[0][0])
    dead = [replica for replica in replicas if replica.process.poll() is not None]
    for replica in dead:
        replica.start()
    if dead:
        time.sleep(balanced.REST)
    balanced.wait(f"{address}/v1", lambda answer: answer.json()["dataset"] == editions[0][1])
    return standing
