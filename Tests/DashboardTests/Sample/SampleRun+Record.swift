import Dashboard

extension SampleRun {
  /// A file that the run and two forks are kept in.
  static func record(isReplay: Bool) -> Record {
    Record(
      name: "bee-bike-17.waggle", path: "/tmp/bee-bike-17.waggle", isReplay: isReplay,
      branches: [
        RecordedBranch(id: 1, name: "run", isRun: true, isShown: true),
        RecordedBranch(id: 2, name: "bar 1.05 → 1.10", parent: "run", from: 60_000),
        RecordedBranch(id: 3, name: "fork 2", parent: "run", from: 90_000),
      ])
  }
}
