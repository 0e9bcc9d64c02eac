import Foundation

/// The data scientist's version of the same process in NumPy, run beside the engine where it is
/// there: `numpy_wave.py` with its `bench_util.py`, in a folder named by `WAGGLE_PEERS`.
struct NumPyPeer {
  /// Why there is nothing to compare with.
  struct Absent: Error {
    let reason: String
  }

  /// Nanoseconds of processor time an exposure.
  ///
  /// The script writes a file beside itself, so a copy of it is run.
  func run() throws -> Double {
    let files = FileManager.default
    let folder = ProcessInfo.processInfo.environment["WAGGLE_PEERS"] ?? "../shared/peers"
    let names = ["numpy_wave.py", "bench_util.py"]
    let room = files.temporaryDirectory.appendingPathComponent(
      "waggle-peer-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? files.removeItem(at: room) }
    do {
      try files.createDirectory(at: room, withIntermediateDirectories: true)
      for name in names {
        try files.copyItem(
          at: URL(fileURLWithPath: folder).appendingPathComponent(name),
          to: room.appendingPathComponent(name))
      }
    } catch {
      throw Absent(reason: "no \(names[0]) in \(folder); WAGGLE_PEERS names the folder")
    }
    return try figure(in: output(of: names[0], in: room))
  }

  private func output(of script: String, in room: URL) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, "1e6", "1e7", "32", "gumbel"]
    process.currentDirectoryURL = room
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw Absent(reason: "python3 cannot be started") }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Absent(reason: "python3 \(script) failed; is NumPy there?")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// The figure in the line for the waves.
  private func figure(in output: String) throws -> Double {
    struct Result: Decodable {
      let bench: String
      let ns_cpu_per_exposure: Double?
    }
    let decoder = JSONDecoder()
    for line in output.split(separator: "\n") {
      guard let result = try? decoder.decode(Result.self, from: Data(line.utf8)),
        result.bench == "numpy.wave", let figure = result.ns_cpu_per_exposure
      else { continue }
      return figure
    }
    throw Absent(reason: "numpy_wave.py printed no figure")
  }
}

extension NumPyPeer {
  /// The peer's lines, with how many of the engine's views one of its exposures takes.
  ///
  /// Its videos have one topic, ours have one or three; the two take turns.
  func lines() -> [Line] {
    let name = "the NumPy peer, 1.00M viewers, 32 interests"
    do {
      var peer: [Double] = []
      var ratios: [[Double]] = [[], []]
      let works = [1, 3].map { Workload(population: 1_000_000, topics: $0, videos: 10) }
      for _ in 0..<3 {
        let engine = works.map { work in
          Spread((0..<5).map { _ in Stopwatch.measure { _ = work.run() } / 1e6 }).median
        }
        let exposure = try run()
        peer.append(exposure)
        for index in ratios.indices { ratios[index].append(exposure / engine[index]) }
      }
      return [
        Line(
          name: name, unit: "ns", value: Spread(peer), ratio: Spread(ratios[0]),
          note: "× a view of one topic, the same job; budget at least 10"),
        Line(
          name: "", unit: "", value: nil, ratio: Spread(ratios[1]),
          note: "× a view of three topics"),
      ]
    } catch let absent as Absent {
      return [
        Line(name: name, unit: "", value: nil, ratio: nil, note: "skipped: \(absent.reason)")
      ]
    } catch {
      return [Line(name: name, unit: "", value: nil, ratio: nil, note: "skipped: \(error)")]
    }
  }
}
