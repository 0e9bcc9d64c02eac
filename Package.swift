// swift-tools-version: 6.2

import PackageDescription

/// The settings of every Swift target.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "waggle",
  products: [.executable(name: "waggle", targets: ["waggle"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    // What there is: uploads, topics, policies, settings, and the files that name them.
    .target(
      name: "Catalogue",
      dependencies: [.product(name: "TOMLKit", package: "TOMLKit")],
      resources: [
        .embedInCode("Scenarios/bee-bike.toml"),
        .embedInCode("Scenarios/busy-day.toml"),
        .embedInCode("Scenarios/newcomer.toml"),
      ],
      swiftSettings: strict
    ),

    // Steps 1 and 2, the models' half.
    .target(name: "CWeights"),
    .target(
      name: "Readers",
      dependencies: ["Catalogue", "CWeights"],
      exclude: ["Corpus"],
      swiftSettings: strict
    ),

    // Steps 1 to 4 as values.
    .target(name: "Desk", dependencies: ["Catalogue"], swiftSettings: strict),
    .target(
      name: "Audience",
      dependencies: ["Catalogue", .product(name: "HeapModule", package: "swift-collections")],
      swiftSettings: strict
    ),
    .target(
      name: "Distribution",
      dependencies: [
        "Audience", "Catalogue", "Desk",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: strict
    ),

    // The record of a run.
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .target(
      name: "Journal",
      dependencies: [
        "CNettle", "Catalogue", "Distribution",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),

    // The running show.
    .target(
      name: "Playback",
      dependencies: ["Audience", "Catalogue", "Dashboard", "Distribution", "Journal", "Readers"],
      swiftSettings: strict
    ),

    // The screen.
    .target(name: "Canvas", swiftSettings: strict),
    .target(
      name: "Dashboard",
      dependencies: [
        "Audience", "Canvas", "Catalogue", "Desk", "Distribution",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: [
        .embedInCode("../../Themes/hive-dark.toml"),
        .embedInCode("../../Themes/hive-light.toml"),
        .embedInCode("../../Themes/high-contrast.toml"),
        .embedInCode("../../Themes/classic-16.toml"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(name: "Terminal", dependencies: ["CNcurses", "Canvas"], swiftSettings: strict),

    // The command.
    .executableTarget(
      name: "waggle",
      dependencies: [
        "Canvas", "Catalogue", "Dashboard", "Desk", "Distribution", "Journal", "Playback",
        "Readers", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Ratios against the plain C of the same work.
    .target(name: "CBound"),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Audience", "CBound", "Canvas", "Catalogue", "Dashboard", "Distribution", "Journal",
        "Playback", "Readers",
      ],
      swiftSettings: strict
    ),

    // Behaviour, beside the name of the target it belongs to.
    .testTarget(
      name: "CatalogueTests",
      dependencies: ["Catalogue"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AudienceTests",
      dependencies: ["Audience", "Catalogue"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DeskTests",
      dependencies: ["Desk", "Catalogue"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DistributionTests",
      dependencies: ["Audience", "Catalogue", "Desk", "Distribution"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReadersTests",
      dependencies: ["Catalogue", "Readers"],
      exclude: ["HeldOut"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PlaybackTests",
      dependencies: [
        "Catalogue", "Dashboard", "Distribution", "Journal", "Playback",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CanvasTests",
      dependencies: ["Canvas"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Audience", "Canvas", "Catalogue", "Dashboard", "Desk", "Distribution"],
      exclude: ["Frames"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Canvas", "Terminal"],
      swiftSettings: strict
    ),
    // Disks that fail, and a program to kill, for the journal's tests.
    .target(
      name: "CFaults",
      path: "Tests/CFaults",
      linkerSettings: [.linkedLibrary("sqlite3")]
    ),
    .executableTarget(
      name: "JournalWriter",
      dependencies: ["Catalogue", "Distribution", "Journal"],
      path: "Tests/JournalWriter",
      swiftSettings: strict
    ),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "CFaults", "Catalogue", "Distribution", "Journal", "JournalWriter",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "WaggleTests", dependencies: ["waggle"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
