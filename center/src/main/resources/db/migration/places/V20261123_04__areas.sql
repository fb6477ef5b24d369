-- Where things are. The 77 community areas are fixed statistical areas; another city brings its own with
-- its boundaries. Center points are rounded to about 100 m: they serve the approximate map only.
create schema places;

create table places.area (
  number     int primary key check (number > 0),
  name       text not null unique,
  city       text not null,
  side       text not null,
  center_lon double precision not null,
  center_lat double precision not null,
  population int check (population >= 0),
  population_year int
);

insert into places.area (number, name, city, side, center_lon, center_lat, population, population_year) values
  (1, 'Rogers Park', 'Chicago', 'FAR_NORTH', -87.670, 42.010, null, null),
  (2, 'West Ridge', 'Chicago', 'FAR_NORTH', -87.695, 42.002, null, null),
  (3, 'Uptown', 'Chicago', 'FAR_NORTH', -87.656, 41.966, null, null),
  (4, 'Lincoln Square', 'Chicago', 'FAR_NORTH', -87.688, 41.975, null, null),
  (5, 'North Center', 'Chicago', 'NORTH', -87.684, 41.948, null, null),
  (6, 'Lake View', 'Chicago', 'NORTH', -87.656, 41.944, null, null),
  (7, 'Lincoln Park', 'Chicago', 'NORTH', -87.649, 41.923, null, null),
  (8, 'Near North Side', 'Chicago', 'CENTRAL', -87.633, 41.900, null, null),
  (9, 'Edison Park', 'Chicago', 'FAR_NORTH', -87.814, 42.008, null, null),
  (10, 'Norwood Park', 'Chicago', 'FAR_NORTH', -87.805, 41.985, null, null),
  (11, 'Jefferson Park', 'Chicago', 'FAR_NORTH', -87.771, 41.979, null, null),
  (12, 'Forest Glen', 'Chicago', 'FAR_NORTH', -87.758, 41.994, null, null),
  (13, 'North Park', 'Chicago', 'FAR_NORTH', -87.724, 41.984, null, null),
  (14, 'Albany Park', 'Chicago', 'FAR_NORTH', -87.722, 41.968, null, null),
  (15, 'Portage Park', 'Chicago', 'NORTHWEST', -87.763, 41.954, null, null),
  (16, 'Irving Park', 'Chicago', 'NORTHWEST', -87.723, 41.954, null, null),
  (17, 'Dunning', 'Chicago', 'NORTHWEST', -87.806, 41.947, null, null),
  (18, 'Montclare', 'Chicago', 'NORTHWEST', -87.798, 41.929, null, null),
  (19, 'Belmont Cragin', 'Chicago', 'NORTHWEST', -87.766, 41.927, null, null),
  (20, 'Hermosa', 'Chicago', 'NORTHWEST', -87.735, 41.924, null, null),
  (21, 'Avondale', 'Chicago', 'NORTH', -87.711, 41.939, null, null),
  (22, 'Logan Square', 'Chicago', 'NORTH', -87.699, 41.923, null, null),
  (23, 'Humboldt Park', 'Chicago', 'WEST', -87.721, 41.900, 54165, 2020),
  (24, 'West Town', 'Chicago', 'WEST', -87.676, 41.901, null, null),
  (25, 'Austin', 'Chicago', 'WEST', -87.763, 41.894, 96557, 2020),
  (26, 'West Garfield Park', 'Chicago', 'WEST', -87.730, 41.879, 17433, 2020),
  (27, 'East Garfield Park', 'Chicago', 'WEST', -87.706, 41.879, 19992, 2020),
  (28, 'Near West Side', 'Chicago', 'WEST', -87.664, 41.874, null, null),
  (29, 'North Lawndale', 'Chicago', 'WEST', -87.717, 41.860, 34794, 2020),
  (30, 'South Lawndale', 'Chicago', 'WEST', -87.714, 41.839, 71399, 2020),
  (31, 'Lower West Side', 'Chicago', 'WEST', -87.668, 41.850, null, null),
  (32, 'Loop', 'Chicago', 'CENTRAL', -87.625, 41.879, null, null),
  (33, 'Near South Side', 'Chicago', 'CENTRAL', -87.620, 41.857, null, null),
  (34, 'Armour Square', 'Chicago', 'SOUTH', -87.634, 41.842, null, null),
  (35, 'Douglas', 'Chicago', 'SOUTH', -87.619, 41.835, null, null),
  (36, 'Oakland', 'Chicago', 'SOUTH', -87.603, 41.824, null, null),
  (37, 'Fuller Park', 'Chicago', 'SOUTH', -87.632, 41.809, null, null),
  (38, 'Grand Boulevard', 'Chicago', 'SOUTH', -87.618, 41.813, null, null),
  (39, 'Kenwood', 'Chicago', 'SOUTH', -87.596, 41.809, null, null),
  (40, 'Washington Park', 'Chicago', 'SOUTH', -87.618, 41.792, null, null),
  (41, 'Hyde Park', 'Chicago', 'SOUTH', -87.592, 41.794, null, null),
  (42, 'Woodlawn', 'Chicago', 'SOUTH', -87.595, 41.779, null, null),
  (43, 'South Shore', 'Chicago', 'SOUTH', -87.573, 41.762, 53971, 2020),
  (44, 'Chatham', 'Chicago', 'FAR_SOUTHEAST', -87.616, 41.740, null, null),
  (45, 'Avalon Park', 'Chicago', 'FAR_SOUTHEAST', -87.586, 41.744, null, null),
  (46, 'South Chicago', 'Chicago', 'FAR_SOUTHEAST', -87.551, 41.741, null, null),
  (47, 'Burnside', 'Chicago', 'FAR_SOUTHEAST', -87.596, 41.728, null, null),
  (48, 'Calumet Heights', 'Chicago', 'FAR_SOUTHEAST', -87.573, 41.730, null, null),
  (49, 'Roseland', 'Chicago', 'FAR_SOUTHEAST', -87.623, 41.707, 38816, 2020),
  (50, 'Pullman', 'Chicago', 'FAR_SOUTHEAST', -87.598, 41.706, null, null),
  (51, 'South Deering', 'Chicago', 'FAR_SOUTHEAST', -87.570, 41.691, null, null),
  (52, 'East Side', 'Chicago', 'FAR_SOUTHEAST', -87.535, 41.707, null, null),
  (53, 'West Pullman', 'Chicago', 'FAR_SOUTHEAST', -87.636, 41.674, 26104, 2020),
  (54, 'Riverdale', 'Chicago', 'FAR_SOUTHEAST', -87.603, 41.660, null, null),
  (55, 'Hegewisch', 'Chicago', 'FAR_SOUTHEAST', -87.547, 41.661, null, null),
  (56, 'Garfield Ridge', 'Chicago', 'SOUTHWEST', -87.764, 41.796, null, null),
  (57, 'Archer Heights', 'Chicago', 'SOUTHWEST', -87.726, 41.811, null, null),
  (58, 'Brighton Park', 'Chicago', 'SOUTHWEST', -87.699, 41.817, null, null),
  (59, 'McKinley Park', 'Chicago', 'SOUTHWEST', -87.673, 41.830, null, null),
  (60, 'Bridgeport', 'Chicago', 'SOUTH', -87.649, 41.836, null, null),
  (61, 'New City', 'Chicago', 'SOUTHWEST', -87.659, 41.809, 43628, 2020),
  (62, 'West Elsdon', 'Chicago', 'SOUTHWEST', -87.724, 41.793, null, null),
  (63, 'Gage Park', 'Chicago', 'SOUTHWEST', -87.696, 41.795, null, null),
  (64, 'Clearing', 'Chicago', 'SOUTHWEST', -87.769, 41.780, null, null),
  (65, 'West Lawn', 'Chicago', 'SOUTHWEST', -87.727, 41.770, null, null),
  (66, 'Chicago Lawn', 'Chicago', 'SOUTHWEST', -87.696, 41.772, 55931, 2020),
  (67, 'West Englewood', 'Chicago', 'SOUTHWEST', -87.667, 41.776, 29647, 2020),
  (68, 'Englewood', 'Chicago', 'SOUTHWEST', -87.642, 41.777, 24369, 2020),
  (69, 'Greater Grand Crossing', 'Chicago', 'SOUTH', -87.616, 41.763, 31471, 2020),
  (70, 'Ashburn', 'Chicago', 'FAR_SOUTHWEST', -87.708, 41.746, null, null),
  (71, 'Auburn Gresham', 'Chicago', 'FAR_SOUTHWEST', -87.656, 41.744, 44878, 2020),
  (72, 'Beverly', 'Chicago', 'FAR_SOUTHWEST', -87.675, 41.713, null, null),
  (73, 'Washington Heights', 'Chicago', 'FAR_SOUTHWEST', -87.649, 41.717, null, null),
  (74, 'Mount Greenwood', 'Chicago', 'FAR_SOUTHWEST', -87.713, 41.695, null, null),
  (75, 'Morgan Park', 'Chicago', 'FAR_SOUTHWEST', -87.669, 41.690, null, null),
  (76, 'O''Hare', 'Chicago', 'FAR_NORTH', -87.893, 41.976, null, null),
  (77, 'Edgewater', 'Chicago', 'FAR_NORTH', -87.663, 41.987, null, null);

-- Other ways people and files write an area. Compared after upper-casing and dropping everything but letters.
create table places.area_alias (
  alias text primary key check (alias = upper(alias)),
  area  int not null references places.area
);

insert into places.area_alias (alias, area) values
  ('OHARE', 76), ('LAKEVIEW', 6), ('THELOOP', 32), ('MONTCLAIRE', 18), ('LITTLEVILLAGE', 30),
  ('BACKOFTHEYARDS', 61), ('PILSEN', 31), ('MCKINLEYPARK', 59), ('MTGREENWOOD', 74), ('BRONZEVILLE', 38),
  ('WICKERPARK', 24), ('CHINATOWN', 34);

create extension if not exists btree_gist;

-- A priority list is a dated decision with its basis, never a live ranking.
create table places.priority_list (
  id             int primary key,
  basis          text not null,
  basis_from     date not null,
  basis_to       date not null,
  effective_from date not null,
  effective_to   date check (effective_to > effective_from),
  exclude using gist (daterange(effective_from, effective_to) with &&)
);

create table places.priority_area (
  list int not null references places.priority_list,
  area int not null references places.area,
  rank int not null,
  primary key (list, area)
);

insert into places.priority_list (id, basis, basis_from, basis_to, effective_from)
values (1, 'Greatest average of serious victimizations (homicides and non-fatal shootings)', '2018-01-01', '2020-12-31', '2021-08-01');

insert into places.priority_area (list, area, rank) values
  (1, 71, 1), (1, 25, 2), (1, 66, 3), (1, 27, 4), (1, 68, 5), (1, 69, 6), (1, 23, 7), (1, 61, 8),
  (1, 29, 9), (1, 49, 10), (1, 30, 11), (1, 43, 12), (1, 67, 13), (1, 26, 14), (1, 53, 15);
