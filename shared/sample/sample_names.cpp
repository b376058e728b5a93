#include "shared/sample/sample_names.h"

#include <array>

namespace waymark::sample {

std::span<const std::string_view> first_names() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Dana",   "Marcus",  "Ines", "Priya", "Theo",  "Yolanda",  "Grant", "Keisha", "Owen",   "Lucía",
       "Samir",  "Bettina", "Joel", "Amara", "Nolan", "Rosalind", "Wei",   "Carmen", "Declan", "Farah",
       "Hollis", "Imani",   "Kurt", "Leona", "Mateo", "Nadia",    "Oscar", "Paloma", "Quinn",  "Ruth"});
  return names;
}

std::span<const std::string_view> last_names() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Whitfield", "Okafor", "Calder",    "Raman",    "Lindqvist", "Baptiste", "Moreno",  "Haines",
       "Petrosyan", "Abbott", "Delgado",   "Fournier", "Greene",    "Hasan",    "Ivers",   "Jankowski",
       "Kimball",   "Larkin", "Mbeki",     "Novak",    "Osborne",   "Pruitt",   "Quiroga", "Rowe",
       "Santoro",   "Tran",   "Underhill", "Vance",    "Wozniak",   "Yates"});
  return names;
}

std::span<const Business> businesses() {
  static constexpr auto list = std::to_array<Business>({
      {"Harbor Lane Bakery", "Bakery"},
      {"Canal Street Hardware", "Retail"},
      {"Café Río", "Restaurant"},
      {"Foxglove Garden Center", "Nursery"},
      {"Lockport Linen Service", "Laundry"},
      {"Millbrook Falls Hotel", "Hospitality"},
      {"Granite Peak Outfitters", "Retail"},
      {"Sunrise Adult Day Services", "Care"},
      {"Two Rivers Printing", "Printing"},
      {"Blue Heron Diner", "Restaurant"},
      {"Valley Fresh Market", "Grocery"},
      {"Tamarack Furniture", "Manufacturing"},
      {"Erie Bicycle Works", "Repair"},
      {"Northside Animal Clinic", "Veterinary"},
      {"Maple & Main Books", "Retail"},
      {"Stonebridge Storage", "Warehouse"},
      {"Copper Kettle Catering", "Catering"},
      {"Pine Hollow Nursing Home", "Care"},
      {"Quickstep Shoe Repair", "Repair"},
      {"Greenway Landscaping", "Landscaping"},
      {"Old Mill Brewery", "Brewery"},
      {"Summit Auto Glass", "Automotive"},
      {"Lakeshore Cinema", "Entertainment"},
      {"Willow Creek Thrift", "Retail"},
      {"Beacon Call Center", "Customer service"},
      {"Fairmount Dental Lab", "Health"},
      {"Union Square Deli", "Restaurant"},
      {"Redbrick Pottery Studio", "Arts"},
      {"Mohawk Freight Lines", "Logistics"},
      {"Silver Birch Senior Living", "Care"},
      {"Parkway Car Wash", "Automotive"},
      {"Honeycomb Day Care", "Child care"},
      {"Riverside Machine Shop", "Manufacturing"},
      {"Orchard Hill Farm Stand", "Agriculture"},
      {"Penny Lane Music", "Retail"},
      {"Clearwater Pools", "Recreation"},
      {"Ironworks Fitness", "Recreation"},
      {"Cobblestone Pizza", "Restaurant"},
      {"Twin Oaks Lumber", "Retail"},
      {"Meridian Paper Mill", "Manufacturing"},
      {"Lantern Hill Inn", "Hospitality"},
      {"Starling Office Cleaning", "Cleaning"},
      {"Kingfisher Boat Rental", "Recreation"},
      {"Bright Path Tutoring", "Education"},
      {"Ridgeline Recycling", "Recycling"},
      {"Harvest Table Soup Kitchen", "Non-profit"},
      {"Juniper Floral Design", "Retail"},
      {"Keystone Electric Supply", "Wholesale"},
      {"Frontier Pet Supply", "Retail"},
      {"Elm Street Pharmacy", "Pharmacy"},
      {"Dockside Fish Market", "Grocery"},
      {"Cedar Valley Creamery", "Dairy"},
      {"Hilltop Uniforms", "Retail"},
      {"Gateway Motor Lodge", "Hospitality"},
      {"Amber Fields Greenhouse", "Nursery"},
      {"Brookside Veterinary Supply", "Wholesale"},
      {"Pioneer Parcel Depot", "Logistics"},
      {"Whistle Stop Coffee", "Restaurant"},
      {"Sandpiper Print & Copy", "Printing"},
      {"Falls View Museum", "Culture"},
  });
  return list;
}

std::span<const std::string_view> streets() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Canal Street", "Genesee Avenue", "Mill Road", "Falls Street", "Orchard Lane", "Union Street",
       "Depot Road", "Court Street", "Elm Street", "Bridge Street", "Prospect Avenue", "River Road",
       "Maple Avenue", "Station Street"});
  return names;
}

std::span<const std::string_view> contact_titles() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Owner", "General manager", "Kitchen manager", "Shift lead", "Human resources", "Store manager",
       "Floor supervisor", "Office manager"});
  return names;
}

std::span<const std::string_view> job_titles() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Baker's helper", "Stock clerk", "Dishwasher", "Greenhouse worker", "Laundry attendant",
       "Room attendant", "Cashier", "Order picker", "Kennel assistant", "Prep cook", "Custodian",
       "Mail room clerk", "Courtesy clerk", "Production assistant"});
  return names;
}

std::span<const std::string_view> next_steps() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Bring two résumés", "Call about the evening shift", "Tour the back of house", "Meet the new manager",
       "Send the tax credit leaflet", "Ask about weekend hours"});
  return names;
}

std::span<const std::string_view> employer_notes() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Talked about what the business looks for.", "Two openings next month.", "Toured the back of house.",
       "Left a card; will call on Thursday.", "Asked about a working interview.",
       "Explained what the agency offers."});
  return names;
}

std::span<const std::string_view> participant_notes() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Practiced the opening routine.", "Went over the schedule for next week.",
       "Reviewed the cover letter together.", "Wants to try mornings first.",
       "Supervisor is pleased with the pace.", "Agreed on a bus route.",
       "Filled in the online application."});
  return names;
}

std::span<const std::string_view> late_reasons() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"Phone battery ran out.", "Forgot to stop and start over a busy afternoon.",
       "Left the phone at the office.", "Entered from paper notes."});
  return names;
}

std::span<const std::string_view> return_notes() {
  static constexpr auto names = std::to_array<std::string_view>({"Please look at the gap after lunch.",
                                                                 "Which employer was the second visit?",
                                                                 "One entry has no place yet."});
  return names;
}

}  // namespace waymark::sample
