-- Scheduled runs.

-- settled: whether somebody has looked that nothing of the run was lost in a crash
ALTER TABLE run ADD COLUMN settled BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE run SET settled = TRUE WHERE started < (SELECT MAX(started) FROM run);

-- How far each schedule has come; the schedules themselves are in the rules. The site '*' stands
-- for all of them and has no other use than paused.
--
-- times: what the rule said of the times: where that changes, nothing is made up for
-- seen: the last nominal instant that was dealt with
CREATE TABLE schedule (
  site VARCHAR(255) PRIMARY KEY,
  times TEXT NOT NULL,
  seen BIGINT NOT NULL,
  paused BOOLEAN NOT NULL DEFAULT FALSE
);

-- One run of a site by the scheduler; the unique key is what makes it one.
--
-- nominal: when the schedule wanted it, or when somebody asked for it
-- cause: schedule, missed (it makes up for one), again (it goes on with one that was cut off), hand
-- state: waiting, running, done, failed, stopped, cancelled, interrupted, skipped
-- detail: why it ended so, for a person; or how many runs it makes up for
-- starts: not before
-- fence: whoever runs it writes only while this is its own
-- run_id: what it did, in run
-- unlogged: addresses that were too many for run_url
CREATE TABLE scheduled_run (
  id ${identity},
  site VARCHAR(255) NOT NULL,
  nominal BIGINT NOT NULL,
  cause VARCHAR(8) NOT NULL,
  state VARCHAR(12) NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  starts BIGINT NOT NULL,
  started BIGINT,
  ended BIGINT,
  heartbeat BIGINT,
  fence BIGINT NOT NULL DEFAULT 0,
  run_id BIGINT REFERENCES run (id),
  unlogged INTEGER NOT NULL DEFAULT 0,
  UNIQUE (site, nominal)
);
CREATE INDEX scheduled_run_state ON scheduled_run (state, starts);

-- What became of each address of such a run.
CREATE TABLE run_url (
  id ${identity},
  scheduled_run_id BIGINT NOT NULL REFERENCES scheduled_run (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  url TEXT NOT NULL,
  outcome VARCHAR(12) NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX run_url_run ON run_url (scheduled_run_id, id);

-- db-scheduler's own, as its version 16 wants it.
CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(100) NOT NULL,
  task_data ${bytes},
  execution_time ${instant},
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(100),
  last_success ${instant},
  last_failure ${instant},
  consecutive_failures INTEGER,
  last_heartbeat ${instant},
  version BIGINT NOT NULL,
  priority SMALLINT,
  state TEXT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
